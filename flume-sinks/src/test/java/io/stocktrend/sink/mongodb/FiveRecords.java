package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;

/** One record of each dataset. */
final class FiveRecords {
  static final Instant COLLECTED = Instant.parse("2026-11-16T09:00:03.250417Z");
  static final Instant KNOWN = Instant.parse("2026-11-13T21:00:00Z");

  private FiveRecords() {}

  static List<Event> events() {
    return List.of(
        event(quote("MSFT").build()),
        event(bar().build()),
        event(article().build()),
        event(observation().build()),
        event(curve(Map.of("1.5 Month", 3.875, "10y", 4.125)).build()));
  }

  static Event event(SpecificRecordBase record) {
    return new EventCodec().encode(record);
  }

  static Quote.Builder quote(String symbol) {
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, KNOWN))
        .setEventTime(KNOWN)
        .setKnownAt(KNOWN)
        .setCollectedAt(COLLECTED)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setClose(512.5)
        .setVolume(9_000_000_001L);
  }

  static Movement.Builder bar() {
    Instant open = Instant.parse("2026-11-13T14:30:00Z");
    return Movement.newBuilder()
        .setRecordId(RecordId.of("NVDA|1d|" + open, KNOWN))
        .setEventTime(open)
        .setKnownAt(KNOWN)
        .setCollectedAt(COLLECTED)
        .setProvider("yahoo")
        .setSymbol("NVDA")
        .setInterval("1d")
        .setClose(188.0)
        .setIsFinal(true)
        .setTrend("DOWN");
  }

  static Article.Builder article() {
    return Article.newBuilder()
        .setRecordId(RecordId.of("AMZN|77ab", KNOWN))
        .setEventTime(KNOWN)
        .setKnownAt(KNOWN)
        .setCollectedAt(COLLECTED)
        .setProvider("finnhub")
        .setSymbol("AMZN")
        .setHeadline("Größer als erwartet: 増収");
  }

  static Observation.Builder observation() {
    return Observation.newBuilder()
        .setRecordId(RecordId.of("cpi|USA|2026-10-01", KNOWN))
        .setEventTime(Instant.parse("2026-10-01T00:00:00Z"))
        .setKnownAt(KNOWN)
        .setCollectedAt(COLLECTED)
        .setProvider("fred")
        .setIndicator("cpi")
        .setSeriesId("CPIAUCSL")
        .setCountry("USA")
        .setObservationDate(LocalDate.parse("2026-10-01"))
        .setRealtimeEnd(LocalDate.parse("9999-12-31"))
        .setRelatedSymbols(List.of("AAPL", "TSLA"));
  }

  static Announcement.Builder curve(Map<String, Double> points) {
    return Announcement.newBuilder()
        .setRecordId(RecordId.of("TREASURY_YIELD_CURVE|curve|1969-12-31", KNOWN))
        .setEventTime(Instant.parse("1969-12-31T23:59:59.999999Z"))
        .setKnownAt(KNOWN)
        .setCollectedAt(COLLECTED)
        .setProvider("treasury")
        .setKind("TREASURY_YIELD_CURVE")
        .setTitle("curve")
        .setStartsOn(LocalDate.parse("1969-12-31"))
        .setValues(points);
  }
}
