package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcePlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:20:00Z");

  @Test
  void theNextRunsAreThoseOfTheSchedule() {
    assertEquals(
        List.of(Instant.parse("2026-11-23T15:00:00Z"), Instant.parse("2026-11-23T16:00:00Z")),
        plan("0 * * * *", "UTC").nextRuns(NOW, 2));
  }

  @Test
  void anHourlyScheduleHasTwentyFourRoundsADay() {
    assertEquals(24, plan("0 * * * *", "UTC").roundsPerDay(NOW));
  }

  @Test
  void theBusiestDayOfTheWeekCounts() {
    assertEquals(7, plan("0 9-15 * * MON-FRI", "America/New_York").roundsPerDay(NOW));
    assertEquals(3, plan("0,20,40 9 * * SUN", "UTC").roundsPerDay(NOW));
  }

  @Test
  void aSourceThatIsDueOnceAWeekOrMoreRarelyHasOneRound() {
    assertEquals(1, plan("0 9 * * MON", "UTC").roundsPerDay(NOW));
    assertEquals(1, plan("0 9 1 1 *", "UTC").roundsPerDay(NOW));
  }

  private static SourcePlan plan(String expression, String zone) {
    Schedule schedule = Schedule.of(expression, ZoneId.of(zone));
    return new SourcePlan(schedule.zone(), schedule::after, Path.of("state"), List.of());
  }
}
