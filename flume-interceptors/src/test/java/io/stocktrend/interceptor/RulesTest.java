package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.Field;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flume.Event;
import org.apache.flume.interceptor.Interceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is demanded of a record of each dataset, and the words in which a fault is told. */
class RulesTest {
  private static final Instant NOW = Records.NOW;
  private static final LocalDate TODAY = LocalDate.parse("2025-11-24");

  private final Interceptor validation = ValidationInterceptorTest.validation(Map.of());

  private String reason(SpecificRecordBase record) {
    return ValidationInterceptorTest.reason(validation.intercept(Records.event(record)));
  }

  private void refused(String reason, SpecificRecordBase record) {
    assertEquals(reason, reason(record));
  }

  private void passed(SpecificRecordBase record) {
    assertNull(reason(record));
  }

  @Test
  void aRecordWithoutFaultPassesInEveryDataset() {
    passed(Records.quote("BRK.B").build());
    passed(Records.bar("AAPL").build());
    passed(Records.article("AAPL").build());
    passed(Records.observation().build());
    passed(Records.announcement("TREASURY_DEBT", TODAY).build());
  }

  @Test
  void whatIsUnknownIsNoFault() {
    passed(Records.quote("A").setOpen(null).setHigh(null).setLow(null).setVolume(null).build());
    passed(Records.bar("A").setClose(null).setRsi14(null).setTrend(null).build());
    passed(Records.observation().setValue(null).setRealtimeStart(null).build());
  }

  @Test
  void lowIsLowestAndHighIsHighest() {
    refused(
        "low 104.5 is above high 104.25; low 104.5 is above open 101.5; low 104.5 is above close"
            + " 103",
        Records.quote("AAPL").setLow(104.5).build());
    refused("open 105 is above high 104.25", Records.bar("AAPL").setOpen(105.0).build());
    refused("low 99.75 is above close 90.5", Records.bar("AAPL").setClose(90.5).build());
    refused(
        "fifty_two_week_low 61 is above fifty_two_week_high 60",
        Records.quote("AAPL").setFiftyTwoWeekHigh(60.0).build());
  }

  @Test
  void theRoundingOf32BitFiguresIsNoFault() {
    passed(Records.quote("AAPL").setHigh(104.25).setOpen((double) 104.25001f).build());
  }

  @Test
  void pricesAreAboveZeroAndAmountsNotBelow() {
    refused(
        "close is 0, but a price must be above 0; low 99.75 is above close 0",
        Records.quote("AAPL").setClose(0.0).build());
    refused(
        "sma_200 is -3, but a price must be above 0", Records.bar("AAPL").setSma200(-3.0).build());
    refused("volume is -1, but it must not be below 0", Records.bar("A").setVolume(-1L).build());
    refused(
        "market_cap is -3400000000000, but it must not be below 0",
        Records.quote("AAPL").setMarketCap(-3_400_000_000_000L).build());
    passed(Records.bar("AAPL").setVolume(0L).build());
  }

  @Test
  void figuresAreFiniteWhereverTheyStand() {
    refused(
        "pe_ratio is Infinity, which is no figure: unknown is null",
        Records.quote("AAPL").setPeRatio(Double.POSITIVE_INFINITY).build());
    refused(
        "value is NaN, which is no figure: unknown is null",
        Records.observation().setValue(Double.NaN).build());
    refused(
        "values.2y is NaN, which is no figure: unknown is null",
        Records.announcement("TREASURY_YIELD_CURVE", TODAY)
            .setValues(Map.of("2y", Double.NaN))
            .build());
  }

  @Test
  void indicatorsAndScoresKeepToTheirScale() {
    refused(
        "rsi_14 is 100.5, but it must lie between 0 and 100",
        Records.bar("AAPL").setRsi14(100.5).build());
    refused(
        "sentiment_score is -1.01, but it must lie between -1 and 1",
        Records.article("AAPL").setSentimentScore(-1.01).build());
  }

  @Test
  void whatBeginsDoesNotEndBefore() {
    refused(
        "rate_lower 4 is above rate_upper 3.75",
        Records.announcement("FOMC_STATEMENT", TODAY).setRateLower(4.0).build());
    refused(
        "starts_on 2025-11-24 is above ends_on 2025-11-23",
        Records.announcement("TREASURY_DEBT", TODAY).setEndsOn(TODAY.minusDays(1)).build());
    refused(
        "realtime_start 2025-10-29 is above realtime_end 2025-10-28",
        Records.observation().setRealtimeEnd(LocalDate.parse("2025-10-28")).build());
  }

  @Test
  void nothingIsCollectedAheadOfTheClockByMoreThanItsError() {
    Instant ahead = NOW.plus(Duration.ofMinutes(2));
    passed(quoteKnown(ahead).setCollectedAt(ahead).build());
    Instant further = ahead.plusMillis(1);
    refused(
        "collected_at 2025-11-24T21:32:00.124456Z lies ahead of this machine's clock",
        quoteKnown(further).setCollectedAt(further).build());
  }

  @Test
  void nothingIsKnownAfterItWasCollected() {
    passed(quoteKnown(NOW.plusSeconds(120)).build());
    refused(
        "known_at 2025-11-24T21:32:01.123456Z is after collected_at 2025-11-24T21:30:00.123456Z",
        quoteKnown(NOW.plusSeconds(121)).build());
  }

  private static Quote.Builder quoteKnown(Instant at) {
    return Records.quote("AAPL").setKnownAt(at).setRecordId(RecordId.of("AAPL", at));
  }

  @Test
  void noFactIsAboutATimeToCome() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    refused(
        "event_time 2025-11-25T21:30:00.123456Z was to come at collected_at"
            + " 2025-11-24T21:30:00.123456Z; known_at 2025-11-24T21:30:00.123456Z is before"
            + " 2025-11-25T21:30:00.123456Z, when it could be known",
        Records.quote("AAPL").setEventTime(tomorrow).build());
    Announcement record = Records.announcement("TREASURY_DEBT", TODAY.plusDays(1)).build();
    assertTrue(reason(record).startsWith("event_time 2025-11-25T00:00:00Z was to come"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOMC_MEETING", "TREASURY_AUCTION"})
  void whatIsAnnouncedAheadMayLieThreeYearsAhead(String kind) {
    passed(Records.announcement(kind, LocalDate.parse("2028-11-26")).build());
    String tooFar = reason(Records.announcement(kind, LocalDate.parse("2028-11-27")).build());
    assertTrue(tooFar.startsWith("event_time 2028-11-27T00:00:00Z was to come at"), tooFar);
  }

  @Test
  void noValueIsKnownBeforeItsFactCouldBe() {
    Instant early = Instant.parse("2025-11-24T17:57:59Z");
    Movement.Builder bar = Records.bar("AAPL");
    bar.setKnownAt(early).setRecordId(RecordId.of("AAPL|1d|" + bar.getEventTime(), early));
    refused(
        "known_at 2025-11-24T17:57:59Z is before 2025-11-24T18:00:00Z, when it could be known",
        bar.build());
    passed(bar.setIsFinal(false).build());

    Article.Builder article = Records.article("AAPL");
    article.setKnownAt(early).setRecordId(RecordId.of("AAPL|5f0c", early));
    refused(
        "known_at 2025-11-24T17:57:59Z is before 2025-11-24T18:05:00Z, when it could be known",
        article.build());
  }

  @Test
  void aVintageIsNotKnownBeforeItsRelease() {
    Instant early = Instant.parse("2025-10-28T12:30:00Z");
    Observation.Builder observation = Records.observation();
    observation.setKnownAt(early).setRecordId(RecordId.of("gdp|USA|2025-07-01", early));
    refused(
        "known_at 2025-10-28T12:30:00Z is before 2025-10-29T00:00:00Z, when it could be known",
        observation.build());
    passed(observation.setRealtimeStart(null).build());
  }

  @Test
  void theLastHourOfASessionIsKnownAfterHalfAnHour() {
    Instant start = Instant.parse("2025-11-24T20:30:00Z");
    Movement.Builder bar = Records.bar("AAPL").setInterval("1h").setEventTime(start);
    passed(bar.setRecordId(RecordId.of("AAPL|1h|" + start, bar.getKnownAt())).build());
  }

  @Test
  void theIdentityIsMadeOfTheRecord() {
    refused(
        "record_id AAPL|2025-11-24T21:29:59.123456Z does not end with known_at " + NOW,
        Records.quote("AAPL").setRecordId(RecordId.of("AAPL", NOW.minusSeconds(1))).build());
    ofOtherColumns(Records.quote("AAPL").setSymbol("MSFT").build());
    ofOtherColumns(Records.bar("AAPL").setInterval("1h").build());
    ofOtherColumns(Records.bar("AAPL").setEventTime(NOW.minus(Duration.ofDays(2))).build());
    ofOtherColumns(Records.article("AAPL").setSymbol("AA").build());
    ofOtherColumns(Records.observation().setCountry("DEU").build());
    ofOtherColumns(Records.announcement("TREASURY_DEBT", TODAY).setKind("FED_SPEECH").build());
    ofOtherColumns(
        Records.announcement("TREASURY_DEBT", TODAY).setStartsOn(TODAY.minusDays(1)).build());
  }

  private void ofOtherColumns(SpecificRecordBase record) {
    String reason = reason(record);
    assertTrue(reason.endsWith(" is not that of the record's columns"), reason);
  }

  @Test
  void whatIsNoIdentityAtAllIsSaidToBeNone() {
    GenericRecord quote = new GenericData.Record(Dataset.FINANCIAL_DATA.schema());
    quote.put(Field.RECORD_ID.position(), "17");
    List<String> faults = new ArrayList<>();
    new IdentityRule()
        .check(new Facts(new DatasetRecord(Dataset.FINANCIAL_DATA, quote)), faults::add);
    assertEquals(
        List.of("not a record_id (natural key, '|', known_at with six digits of a second): 17"),
        faults);
  }

  @Test
  void everyRuleCopesWithEveryDamage() {
    Random random = new Random(20_251_124);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      Event event = Records.event(i % 2 == 0 ? Records.bar("AAPL").build() : anAuction());
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        event.getBody()[random.nextInt(event.getBody().length)] ^= (byte) (1 << random.nextInt(8));
      }
      String reason = ValidationInterceptorTest.reason(validation.intercept(event));
      refused += reason == null ? 0 : 1;
      assertTrue(reason == null || !reason.startsWith("it cannot be judged"), reason);
    }
    assertTrue(refused > 2500, "only " + refused + " of 5000 damaged records are refused");
  }

  private static Announcement anAuction() {
    return Records.announcement("TREASURY_AUCTION", TODAY).build();
  }
}
