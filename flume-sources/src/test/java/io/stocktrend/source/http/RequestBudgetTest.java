package io.stocktrend.source.http;

import static io.stocktrend.source.http.BudgetRig.GUARD;
import static io.stocktrend.source.http.BudgetRig.mostInAny;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.MemoryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests a budget admits in a second, a minute and a day, and until when it refuses. */
class RequestBudgetTest {
  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private BudgetRig rig;

  @BeforeEach
  void open() {
    rig = new BudgetRig(folder);
  }

  @Test
  void noRollingSecondHoldsMoreThanTheLimitWhateverTheArrivals() throws Exception {
    long seed = 20261103;
    System.out.println("arrivals of seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    RequestBudget budget = rig.budget(20, 0, 0);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      if (random.nextInt(10) == 0) {
        rig.time().pass(Duration.ofMillis(random.nextInt(2500)));
      }
      times.addAll(rig.admitted(budget, 1 + random.nextInt(3)));
    }
    assertEquals(20, mostInAny(Duration.ofSeconds(1), times));
  }

  @Test
  void idlingSavesNothingUp() throws Exception {
    RequestBudget budget = rig.budget(20, 0, 0);
    rig.admitted(budget, 1);
    rig.time().pass(Duration.ofMinutes(30));
    assertEquals(20, mostInAny(Duration.ofSeconds(1), rig.admitted(budget, 60)));
  }

  @Test
  void noRollingMinuteHoldsMoreThanTheLimit() throws Exception {
    List<Instant> times = rig.admitted(rig.budget(30, 60, 0), 200);
    assertEquals(60, mostInAny(Duration.ofMinutes(1), times));
    assertEquals(30, mostInAny(Duration.ofSeconds(1), times));
  }

  @Test
  void halfARequestPerSecondIsOneEveryTwoSeconds() throws Exception {
    rig.admitted(rig.budget(0.5, 0, 0), 3);
    Duration wait = Duration.ofSeconds(2).plus(GUARD);
    assertEquals(List.of(wait, wait), rig.time().waits());
  }

  @Test
  void aProviderWithoutLimitsIsNeverWaitedFor() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 0);
    rig.admitted(budget, 100);
    assertEquals(List.of(), rig.time().waits());
    assertTrue(budget.leftToday().isEmpty());
  }

  @Test
  void aSpentDayIsRefusedAtOnceAndSaysUntilWhen() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 25);
    rig.admitted(budget, 25);
    ProviderException refusal = assertThrows(ProviderException.class, budget::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    assertEquals(Duration.ofHours(24).plus(GUARD), refusal.retryAfter().orElseThrow());
    assertTrue(refusal.getMessage().contains("2026-11-04T10:00:00.050Z"), refusal.getMessage());
    assertEquals(List.of(), rig.time().waits());
  }

  @Test
  void noSpanOf24HoursHoldsMoreThanTheDaysLimitAcrossMidnightAndRestarts() throws Exception {
    List<Instant> times = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 400; i++) {
      rig.time().pass(Duration.ofMinutes(random.nextInt(30)));
      try {
        times.addAll(rig.admitted(rig.budget(0, 0, 25), 1));
      } catch (ProviderException e) {
        assertEquals(FailureKind.QUOTA, e.kind());
      }
    }
    assertEquals(25, mostInAny(Duration.ofDays(1), times));
    assertTrue(times.size() > 75, "only " + times.size() + " in four days");
  }

  @Test
  void aDayThatHasRoomWithinMinutesIsWaitedFor() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 2);
    rig.admitted(budget, 2);
    rig.time().set("2026-11-04T09:58:30Z");
    rig.admitted(budget, 1);
    assertEquals(Instant.parse("2026-11-04T10:00:00.050Z"), rig.time().instant());
    rig.admitted(budget, 1);
    assertThrows(ProviderException.class, budget::admit);
  }

  @Test
  void theNextDayBeginsAtMidnightInTheZoneOfTheSettings() {
    ZoneId newYork = ZoneId.of("America/New_York");
    RequestBudget budget =
        rig.budget(new ProviderSettings("acme", 0, 0, 1, newYork, Duration.ofSeconds(5), 3));
    assertEquals(Instant.parse("2026-11-04T05:00:00Z"), budget.nextDay());
  }

  @Test
  void aClockThatWasAheadBlocksNothingForGood() throws Exception {
    rig.time().set("2027-11-03T10:00:00Z");
    RequestBudget budget = rig.budget(1, 0, 25);
    rig.admitted(budget, 1);
    budget.block(FailureKind.RATE_LIMIT, Instant.parse("2027-11-03T12:00:00Z"));
    rig.time().set("2026-11-03T10:00:00Z");
    assertThrows(ProviderException.class, budget::admit);
    rig.time().set("2026-11-04T10:00:01Z");
    rig.admitted(budget, 1);
    assertEquals(24, budget.leftToday().orElseThrow());
  }

  @Test
  void aBlockOutlivesARestartAndEnds() throws Exception {
    rig.budget(0, 0, 25).block(FailureKind.QUOTA, Instant.parse("2026-11-03T18:00:00Z"));
    RequestBudget restarted = rig.budget(0, 0, 25);
    ProviderException refusal = assertThrows(ProviderException.class, restarted::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    assertEquals(Duration.ofHours(8), refusal.retryAfter().orElseThrow());
    rig.time().set("2026-11-03T18:00:00Z");
    restarted.admit();
  }

  @Test
  void aShorterBlockDoesNotEndALongerOne() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 25);
    budget.block(FailureKind.QUOTA, Instant.parse("2026-11-03T18:00:00Z"));
    budget.block(FailureKind.RATE_LIMIT, Instant.parse("2026-11-03T11:00:00Z"));
    rig.time().set("2026-11-03T12:00:00Z");
    assertEquals(FailureKind.QUOTA, assertThrows(ProviderException.class, budget::admit).kind());
  }

  @Test
  void severalThreadsAndBudgetsOfOneFolderShareTheLimit() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Boolean> granted = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      RequestBudget mine = rig.budget(0, 0, 25);
      Thread thread = new Thread(() -> granted.addAll(untilRefused(mine)));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(25, granted.size());
  }

  private static List<Boolean> untilRefused(RequestBudget budget) {
    List<Boolean> granted = new ArrayList<>();
    try {
      while (true) {
        budget.admit();
        granted.add(true);
      }
    } catch (ProviderException e) {
      return granted;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
