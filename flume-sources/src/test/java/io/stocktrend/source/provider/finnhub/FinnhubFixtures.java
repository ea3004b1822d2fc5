package io.stocktrend.source.provider.finnhub;

import io.stocktrend.source.provider.QuoteBench;
import java.io.IOException;
import java.nio.file.Path;

/** Finnhub's routes for quotes, and an answer in its shape with made-up values. */
final class FinnhubFixtures {
  static final String CANARY = "canary-7f3a9";
  static final String QUOTE = "/api/v1/quote";
  static final String PROFILE = "/api/v1/stock/profile2";
  static final String METRIC = "/api/v1/stock/metric";
  static final String PRICE =
      "{\"c\":50.5,\"d\":1,\"dp\":2.02,\"h\":51,\"l\":48,\"o\":49,\"pc\":49.5,\"t\":1793631845}";

  private FinnhubFixtures() {}

  static QuoteBench bench(Path folder) throws IOException {
    return new QuoteBench(
        folder, server -> new FinnhubQuoteProvider(server.access("finnhub", CANARY)));
  }
}
