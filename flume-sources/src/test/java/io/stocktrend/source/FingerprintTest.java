package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  @Test
  void theTimesOfCollectionSayNothing() {
    assertEquals(
        Fingerprint.of(Bench.quote("AAPL", 1, NOW)),
        Fingerprint.of(Bench.quote("AAPL", 1, NOW.plusSeconds(3600))));
  }

  @Test
  void everyOtherValueSaysSomething() {
    Quote quote = Bench.quote("AAPL", 1, NOW);
    String before = Fingerprint.of(quote);
    assertNotEquals(before, Fingerprint.of(Quote.newBuilder(quote).setClose(1.01).build()));
    assertNotEquals(before, Fingerprint.of(Quote.newBuilder(quote).setVolume(0L).build()));
    assertNotEquals(before, Fingerprint.of(Quote.newBuilder(quote).setProvider("x").build()));
    assertNotEquals(
        before, Fingerprint.of(Quote.newBuilder(quote).setEventTime(NOW.plusSeconds(1)).build()));
  }

  @Test
  void theOrderOfAMapSaysNothing() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("2Y", 4.5);
    values.put("10Y", 4.25);
    Map<String, Double> turned = new LinkedHashMap<>();
    turned.put("10Y", 4.25);
    turned.put("2Y", 4.5);
    assertEquals(Fingerprint.of(curve(values)), Fingerprint.of(curve(turned)));
    turned.put("2Y", 4.51);
    assertNotEquals(Fingerprint.of(curve(values)), Fingerprint.of(curve(turned)));
  }

  private static Announcement curve(Map<String, Double> values) {
    return Announcement.newBuilder()
        .setRecordId(RecordId.of("TREASURY_YIELD_CURVE|x|2026-11-02", NOW))
        .setEventTime(NOW)
        .setKnownAt(NOW)
        .setCollectedAt(NOW)
        .setProvider("treasury")
        .setKind("TREASURY_YIELD_CURVE")
        .setTitle("Curve")
        .setValues(values)
        .setRelatedSymbols(List.of())
        .build();
  }
}
