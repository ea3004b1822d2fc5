package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "0 * * * *,UTC,2026-11-02T10:00:00Z,2026-11-02T11:00:00Z",
    "0 * * * *,UTC,2026-11-02T10:59:59.999999Z,2026-11-02T11:00:00Z",
    "0 9 * * *,UTC,2026-11-02T09:00:00Z,2026-11-03T09:00:00Z",
    "0 9 * * MON,UTC,2026-11-02T09:00:01Z,2026-11-09T09:00:00Z",
    "0 0 29 2 *,UTC,2026-11-02T09:00:01Z,2028-02-29T00:00:00Z",
    "*/15 9-16 * * 1-5,America/New_York,2026-11-06T21:45:00Z,2026-11-09T14:00:00Z"
  })
  void theNextDueTimeIsTheFirstAfterNow(String cron, String zone, Instant now, Instant next) {
    assertEquals(next, Schedule.of(cron, ZoneId.of(zone)).after(now));
  }

  @ParameterizedTest
  @CsvSource({
    "0 * * * *,2026-11-02T11:00:00Z,2026-11-02T11:00:00Z",
    "0 * * * *,2026-11-02T11:00:00.5Z,2026-11-02T11:00:00Z",
    "0 * * * *,2026-11-02T10:59:59.5Z,2026-11-02T10:00:00Z",
    "0 9 * * MON,2026-11-08T23:00:00Z,2026-11-02T09:00:00Z"
  })
  void theDueTimeOfARoundIsTheLastThatHasCome(String cron, Instant now, Instant due) {
    assertEquals(due, Schedule.of(cron, ZoneId.of("UTC")).notAfter(now));
  }

  @ParameterizedTest
  @CsvSource({
    // The same local time before and after the change of 8 March 2026 in New York.
    "0 9 * * *,2026-03-07T15:00:00Z,2026-03-08T13:00:00Z",
    // 02:30 does not exist on that day; the next is due no later than on the day after.
    "0 * * * *,2026-03-08T06:00:00Z,2026-03-08T07:00:00Z",
    // 01:30 comes twice on 1 November 2026, and an hourly source is due in both hours.
    "30 * * * *,2026-11-01T04:30:00Z,2026-11-01T05:30:00Z",
    "30 * * * *,2026-11-01T05:30:00Z,2026-11-01T06:30:00Z",
    "30 * * * *,2026-11-01T06:30:00Z,2026-11-01T07:30:00Z",
    "0 9 * * *,2026-10-31T14:00:00Z,2026-11-01T14:00:00Z"
  })
  void changesOfTheClocksAreFollowed(String cron, Instant now, Instant next) {
    assertEquals(next, Schedule.of(cron, ZoneId.of("America/New_York")).after(now));
  }

  @Test
  void aTimeThatADayLeavesOutDoesNotStopTheSchedule() {
    Schedule schedule = Schedule.of("30 2 * * *", ZoneId.of("America/New_York"));
    Instant next = schedule.after(Instant.parse("2026-03-08T05:00:00Z"));
    Instant dayAfter = Instant.parse("2026-03-09T06:30:00Z");
    assertEquals(false, next.isAfter(dayAfter), next::toString);
    assertEquals(dayAfter, schedule.after(Instant.parse("2026-03-08T08:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hourly", "@hourly", "* * * *", "0 0 * * * *", "60 * * * *", "0 0 30 2 *"})
  void whatIsNeverDueOrNoFiveFieldsIsRefused(String cron) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThrows(
                IllegalArgumentException.class, () -> Schedule.of(cron, ZoneId.of("UTC"))));
  }
}
