package io.stocktrend.source.provider.alphavantage;

import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.QuoteBench;
import java.io.IOException;
import java.nio.file.Path;

/** Alpha Vantage's routes for quotes, and an answer in its shape with made-up values. */
final class AlphaVantageFixtures {
  static final String CANARY = "CANARY7F3A9";
  static final String PRICE = "/query?function=GLOBAL_QUOTE";
  static final String OVERVIEW = "/query?function=OVERVIEW";

  private AlphaVantageFixtures() {}

  static QuoteBench bench(Path folder) throws IOException {
    return new QuoteBench(
        folder,
        server ->
            new AlphaVantageQuoteProvider(
                server.access("alphavantage", CANARY), NyseCalendar.packaged()));
  }

  /** A price of that day. */
  static String price(String day) {
    return """
        {"Global Quote":{"01. symbol":"IBM","02. open":"49.2500","03. high":"51.5000",
         "04. low":"48.7500","05. price":"50.7500","06. volume":"345678",
         "07. latest trading day":"%s","08. previous close":"49.5000","09. change":"1.2500",
         "10. change percent":"2.5253%%"}}"""
        .formatted(day);
  }
}
