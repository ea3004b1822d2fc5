package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.source.provider.Frequency;
import io.stocktrend.source.provider.SeriesValue;
import java.time.Instant;
import java.time.LocalDate;
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

  @Test
  void anObservationSaysTheSameWhoeverTellsItAndWhomeverItConcerns() {
    Observation told = observation(3.8, null);
    String before = Fingerprint.of(told);
    Observation.Builder other =
        Observation.newBuilder(told)
            .setProvider("alphavantage")
            .setSeriesId("UNEMPLOYMENT")
            .setRelatedSymbols(List.of("AAPL"));
    assertEquals(before, Fingerprint.of(other.build()));
    assertNotEquals(before, Fingerprint.of(observation(3.7, null)));
    assertNotEquals(before, Fingerprint.of(observation(null, null)));
    assertNotEquals(before, Fingerprint.of(observation(3.8, LocalDate.of(2023, 9, 1))));
  }

  private static Observation observation(Double value, LocalDate released) {
    Indicator unemployment =
        new Indicator(
            "unemployment_rate", "USA", "percent", Frequency.MONTHLY, Map.of("fred", "UNRATE"));
    SeriesValue told = new SeriesValue(LocalDate.of(2023, 8, 1), value, released);
    return new Observations(List.of()).of(unemployment, "fred", told, NOW);
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
