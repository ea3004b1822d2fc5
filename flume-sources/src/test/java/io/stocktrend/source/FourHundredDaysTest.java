package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schedules of both agents over 400 days with three changes of New York's clock, outages and
 * restarts, in virtual time on real state.
 */
class FourHundredDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
  private static final LocalDate LAST = FIRST.plusDays(400);
  private static final Duration PROMPT = Duration.ofSeconds(1);

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private NavigableSet<Instant> due;
  private List<UpTime> upTimes;
  private NavigableSet<Instant> runs;

  @ParameterizedTest
  @CsvSource({
    "HOURLY, UTC, 1",
    "HOURLY, UTC, 2",
    "HOURLY, UTC, 3",
    "DAILY, UTC, 4",
    "WEEKLY, UTC, 4",
    "HOURLY, America/New_York, 5",
    "HOURLY, America/New_York, 6",
    "HOURLY, America/New_York, 7",
    "DAILY, America/New_York, 8",
    "WEEKLY, America/New_York, 8"
  })
  void everyDueRunHappensOnceAndALateOneAtStart(DueTimes times, ZoneId zone, long seed)
      throws Exception {
    live(times, zone, seed, true);
    assertNoneIsTwice();
    assertEachIsDueOrMadeUpFor();
    assertEachDueTimeOfAnUpTimeIsRun();
    for (UpTime up : upTimes) {
      assertEquals(
          isOwed(up) && up.holds(up.from(), up.from().plus(LongLife.ROUND)),
          runs.contains(up.from()),
          () -> "a run at the start of " + up);
    }
  }

  @ParameterizedTest
  @CsvSource({"HOURLY, UTC, 11", "DAILY, America/New_York, 12", "WEEKLY, UTC, 13"})
  void withoutCatchUpALateRunIsSkipped(DueTimes times, ZoneId zone, long seed) throws Exception {
    live(times, zone, seed, false);
    assertNoneIsTwice();
    assertEachDueTimeOfAnUpTimeIsRun();
    int skipped = 0;
    for (UpTime up : upTimes.subList(1, upTimes.size())) {
      if (runs.lower(up.from()) != null) {
        assertFalse(runs.contains(up.from()) && !due.contains(up.from()), () -> "late at " + up);
        skipped += isOwed(up) ? 1 : 0;
      }
    }
    assertTrue(skipped > 10, "only " + skipped + " outages made a run late");
  }

  private void live(DueTimes times, ZoneId zone, long seed, boolean catchUp) throws Exception {
    due = times.between(FIRST, LAST, zone);
    Instant start = FIRST.atStartOfDay(zone).toInstant().plusSeconds(12_345);
    upTimes = UpTime.until(due.last(), start, seed);
    Map<String, String> settings =
        Map.of(
            "schedule", times.schedule(),
            "timeZone", zone.getId(),
            "catchUp", Boolean.toString(catchUp));
    LongLife life = new LongLife(folder, settings, due, seed);
    List<Instant> completed = life.live(upTimes);
    runs = new TreeSet<>(completed);
    System.out.printf(
        "%s %s, seed %d: %d due times, %d up times, %d runs%n",
        times, zone, seed, due.size(), upTimes.size(), runs.size());
    assertEquals(completed.size(), runs.size(), "two runs at one time");
    List<String> rows = Bench.ids(life.events());
    assertEquals(life.offered(), rows.size());
    assertEquals(rows.size(), new HashSet<>(rows).size(), "a row twice");
  }

  private void assertNoneIsTwice() {
    Instant before = null;
    for (Instant run : runs) {
      Instant last = before;
      if (last != null) {
        Instant next = due.higher(last);
        assertTrue(next != null && !next.isAfter(run), () -> "again at " + run + " after " + last);
      }
      before = run;
    }
  }

  private void assertEachIsDueOrMadeUpFor() {
    for (Instant run : runs) {
      Instant latest = due.floor(run);
      boolean isPrompt = latest != null && !latest.plus(LongLife.ROUND).plus(PROMPT).isBefore(run);
      boolean isAtStart = upTimes.stream().anyMatch(up -> up.from().equals(run));
      assertTrue(isPrompt || isAtStart, () -> "not due: " + run);
    }
  }

  /** At once, or once the round is over that runs. */
  private void assertEachDueTimeOfAnUpTimeIsRun() {
    Duration longest = LongLife.ROUND.multipliedBy(2).plus(PROMPT);
    int ran = 0;
    for (Instant time : due) {
      if (upTimes.stream().anyMatch(up -> up.holds(time, time.plus(longest)))) {
        Instant run = Objects.requireNonNull(runs.ceiling(time), () -> "never after " + time);
        Instant before = runs.lower(time);
        boolean wasBusy = before != null && before.plus(LongLife.ROUND).isAfter(time);
        Instant free = wasBusy ? before.plus(LongLife.ROUND) : time;
        assertFalse(run.isAfter(free.plus(PROMPT)), () -> time + " was run at " + run);
        ran++;
      }
    }
    assertTrue(ran > due.size() / 10, "only " + ran + " due times within up times");
  }

  /** Whether a due time has passed since the last run, or there was none. */
  private boolean isOwed(UpTime up) {
    Instant last = runs.lower(up.from());
    Instant next = last == null ? null : due.higher(last);
    return last == null || (next != null && !next.isAfter(up.from()));
  }
}
