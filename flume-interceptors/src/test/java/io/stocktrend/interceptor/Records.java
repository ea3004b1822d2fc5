package io.stocktrend.interceptor;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;

/** Records without fault, as builders to put one in; all were collected at {@link #NOW}. */
final class Records {
  static final Instant NOW = Instant.parse("2025-11-24T21:30:00.123456Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private Records() {}

  static Event event(SpecificRecordBase record) {
    return new EventCodec().encode(record);
  }

  static Quote.Builder quote(String symbol) {
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, NOW))
        .setEventTime(NOW.minus(Duration.ofMinutes(30)))
        .setKnownAt(NOW)
        .setCollectedAt(NOW)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setOpen(101.5)
        .setHigh(104.25)
        .setLow(99.75)
        .setClose(103.0)
        .setVolume(41_000_123L)
        .setMarketCap(3_400_000_000_000L)
        .setEps(-1.25)
        .setFiftyTwoWeekLow(61.0)
        .setFiftyTwoWeekHigh(130.0);
  }

  /** The final bar of a whole session in New York. */
  static Movement.Builder bar(String symbol) {
    Instant open = Instant.parse("2025-11-24T14:30:00Z");
    Instant close = Instant.parse("2025-11-24T21:00:00Z");
    return Movement.newBuilder()
        .setRecordId(RecordId.of(symbol + "|1d|" + open, close))
        .setEventTime(open)
        .setKnownAt(close)
        .setCollectedAt(NOW)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setInterval("1d")
        .setOpen(101.5)
        .setHigh(104.25)
        .setLow(99.75)
        .setClose(103.0)
        .setVolume(41_000_123L)
        .setIsFinal(true)
        .setMacd(-0.75)
        .setRsi14(61.5)
        .setTrend("UP");
  }

  static Article.Builder article(String symbol) {
    Instant published = Instant.parse("2025-11-24T18:05:00Z");
    return Article.newBuilder()
        .setRecordId(RecordId.of(symbol + "|5f0c", published))
        .setEventTime(published)
        .setKnownAt(published)
        .setCollectedAt(NOW)
        .setProvider("finnhub")
        .setSymbol(symbol)
        .setHeadline("A company sells more than last year")
        .setSentimentScore(0.4);
  }

  static Observation.Builder observation() {
    Instant released = Instant.parse("2025-10-29T00:00:00Z");
    return Observation.newBuilder()
        .setRecordId(RecordId.of("gdp|USA|2025-07-01", released))
        .setEventTime(Instant.parse("2025-07-01T00:00:00Z"))
        .setKnownAt(released)
        .setCollectedAt(NOW)
        .setProvider("fred")
        .setIndicator("gdp")
        .setSeriesId("GDP")
        .setCountry("USA")
        .setObservationDate(LocalDate.parse("2025-07-01"))
        .setValue(-0.5)
        .setRealtimeStart(LocalDate.parse("2025-10-29"))
        .setRealtimeEnd(LocalDate.parse("9999-12-31"));
  }

  /** A record of policy that is about a day. */
  static Announcement.Builder announcement(String kind, LocalDate day) {
    return Announcement.newBuilder()
        .setRecordId(RecordId.of(kind + "|a title|" + day, NOW))
        .setEventTime(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .setKnownAt(NOW)
        .setCollectedAt(NOW)
        .setProvider("treasury")
        .setKind(kind)
        .setTitle("a title")
        .setStartsOn(day)
        .setEndsOn(day)
        .setRateLower(3.5)
        .setRateUpper(3.75)
        .setValues(Map.of("10y", -0.25));
  }
}
