package io.stocktrend.record;

import java.time.Instant;

/** Records for tests. */
final class Samples {
  static final Instant COLLECTED = Instant.parse("2026-11-23T15:00:07.123456Z");

  private Samples() {}

  static Quote quote(String symbol) {
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, COLLECTED))
        .setEventTime(Instant.parse("2026-11-23T14:59:58Z"))
        .setKnownAt(COLLECTED)
        .setCollectedAt(COLLECTED)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setCurrency("USD")
        .setClose(231.25)
        .setVolume(41_000_123L)
        .setMarketCap(3_400_000_000_000L)
        .build();
  }
}
