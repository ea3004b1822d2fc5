package io.stocktrend.interceptor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Announcement;
import io.stocktrend.record.Article;
import io.stocktrend.record.Movement;
import io.stocktrend.record.Observation;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which times a record may have, by its own sense and by this machine's clock. */
class TimeRuleTest {
  private static final Instant NOW = Records.NOW;
  private static final LocalDate TODAY = LocalDate.parse("2025-11-24");

  private final Verdicts verdicts = new Verdicts();

  @Test
  void nothingIsCollectedAheadOfTheClockByMoreThanItsError() {
    Instant ahead = NOW.plus(Duration.ofMinutes(2));
    verdicts.passed(quoteKnown(ahead).setCollectedAt(ahead).build());
    Instant further = ahead.plusMillis(1);
    verdicts.refused(
        "collected_at 2025-11-24T21:32:00.124456Z lies ahead of this machine's clock",
        quoteKnown(further).setCollectedAt(further).build());
  }

  @Test
  void nothingIsKnownAfterItWasCollected() {
    verdicts.passed(quoteKnown(NOW.plusSeconds(120)).build());
    verdicts.refused(
        "known_at 2025-11-24T21:32:01.123456Z is after collected_at 2025-11-24T21:30:00.123456Z",
        quoteKnown(NOW.plusSeconds(121)).build());
  }

  private static Quote.Builder quoteKnown(Instant at) {
    return Records.quote("AAPL").setKnownAt(at).setRecordId(RecordId.of("AAPL", at));
  }

  @Test
  void noFactIsAboutATimeToCome() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    verdicts.refused(
        "event_time 2025-11-25T21:30:00.123456Z was to come at collected_at"
            + " 2025-11-24T21:30:00.123456Z; known_at 2025-11-24T21:30:00.123456Z is before"
            + " 2025-11-25T21:30:00.123456Z, when it could be known",
        Records.quote("AAPL").setEventTime(tomorrow).build());
    Announcement record = Records.announcement("TREASURY_DEBT", TODAY.plusDays(1)).build();
    assertTrue(verdicts.reason(record).startsWith("event_time 2025-11-25T00:00:00Z was to come"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOMC_MEETING", "TREASURY_AUCTION"})
  void whatIsAnnouncedAheadMayLieThreeYearsAhead(String kind) {
    verdicts.passed(Records.announcement(kind, LocalDate.parse("2028-11-26")).build());
    String tooFar =
        verdicts.reason(Records.announcement(kind, LocalDate.parse("2028-11-27")).build());
    assertTrue(tooFar.startsWith("event_time 2028-11-27T00:00:00Z was to come at"), tooFar);
  }

  @Test
  void noValueIsKnownBeforeItsFactCouldBe() {
    Instant early = Instant.parse("2025-11-24T17:57:59Z");
    Movement.Builder bar = Records.bar("AAPL");
    bar.setKnownAt(early).setRecordId(RecordId.of("AAPL|1d|" + bar.getEventTime(), early));
    verdicts.refused(
        "known_at 2025-11-24T17:57:59Z is before 2025-11-24T18:00:00Z, when it could be known",
        bar.build());
    verdicts.passed(bar.setIsFinal(false).build());

    Article.Builder article = Records.article("AAPL");
    article.setKnownAt(early).setRecordId(RecordId.of("AAPL|5f0c", early));
    verdicts.refused(
        "known_at 2025-11-24T17:57:59Z is before 2025-11-24T18:05:00Z, when it could be known",
        article.build());
  }

  @Test
  void aVintageIsNotKnownBeforeItsRelease() {
    Instant early = Instant.parse("2025-10-28T12:30:00Z");
    Observation.Builder observation = Records.observation();
    observation.setKnownAt(early).setRecordId(RecordId.of("gdp|USA|2025-07-01", early));
    verdicts.refused(
        "known_at 2025-10-28T12:30:00Z is before 2025-10-29T00:00:00Z, when it could be known",
        observation.build());
    verdicts.passed(observation.setRealtimeStart(null).build());
  }

  @Test
  void theLastHourOfASessionIsKnownAfterHalfAnHour() {
    Instant start = Instant.parse("2025-11-24T20:30:00Z");
    Movement.Builder bar = Records.bar("AAPL").setInterval("1h").setEventTime(start);
    verdicts.passed(bar.setRecordId(RecordId.of("AAPL|1h|" + start, bar.getKnownAt())).build());
  }
}
