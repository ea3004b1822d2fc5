package io.stocktrend.sink.jdbc;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A record of each dataset, with every kind of value that a column can hold. */
final class FiveRecords {
  static final Instant TIME = Instant.parse("2026-11-02T12:00:00.123457Z");

  private FiveRecords() {}

  static String id(String naturalKey) {
    return RecordId.of(naturalKey, TIME);
  }

  static Quote quote() {
    return Quote.newBuilder()
        .setRecordId(id("AAPL"))
        .setEventTime(TIME)
        .setKnownAt(Instant.parse("1969-12-31T23:59:59.999999Z"))
        .setCollectedAt(TIME.plusNanos(1000))
        .setProvider("yahoo")
        .setSymbol("AAPL")
        .setClose(0.1 + 0.2)
        .setVolume(Long.MAX_VALUE)
        .build();
  }

  static Movement movement() {
    return Movement.newBuilder()
        .setRecordId(id("MSFT|1d"))
        .setEventTime(TIME)
        .setKnownAt(TIME)
        .setCollectedAt(TIME)
        .setProvider("yahoo")
        .setSymbol("MSFT")
        .setInterval("1d")
        .setIsFinal(true)
        .setClose(-1e-300)
        .build();
  }

  static Article article() {
    return Article.newBuilder()
        .setRecordId(id("|a"))
        .setEventTime(TIME)
        .setKnownAt(TIME)
        .setCollectedAt(TIME)
        .setProvider("finnhub")
        .setHeadline("Tab\tquote\"back\\slash {brace, ü 😀 '; DROP TABLE x; --")
        .setSummary("")
        .build();
  }

  static Observation observation() {
    return Observation.newBuilder()
        .setRecordId(id("gdp|USA"))
        .setEventTime(TIME)
        .setKnownAt(TIME)
        .setCollectedAt(TIME)
        .setProvider("fred")
        .setIndicator("gdp")
        .setSeriesId("GDP")
        .setCountry("USA")
        .setObservationDate(LocalDate.parse("1947-01-01"))
        .setRealtimeEnd(LocalDate.parse("9999-12-31"))
        .setRelatedSymbols(List.of("AAPL", "A\"B", "C\\D", "{E,F}", "", "NULL"))
        .build();
  }

  static Announcement announcement() {
    return Announcement.newBuilder()
        .setRecordId(id("TREASURY_YIELD_CURVE|x"))
        .setEventTime(TIME)
        .setKnownAt(TIME)
        .setCollectedAt(TIME)
        .setProvider("treasury")
        .setKind("TREASURY_YIELD_CURVE")
        .setTitle("Curve")
        .setHasProjections(false)
        .setValues(Map.of("10 \"Yr\"", 4.125, "2 Mo", 1e-7))
        .setRelatedSymbols(List.of())
        .build();
  }
}
