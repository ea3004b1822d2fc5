package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.MemoryFolder;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBudgetTest {
  private static final Duration GUARD = Duration.ofMillis(50);

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private final SteppedTime time = new SteppedTime("2026-11-03T10:00:00Z");

  private static ProviderSettings limits(double second, int minute, int day) {
    return new ProviderSettings(
        "acme", second, minute, day, ZoneOffset.UTC, Duration.ofSeconds(5), 3);
  }

  private RequestBudget budget(ProviderSettings settings) {
    return new RequestBudget(settings, folder, time.timing());
  }

  private Path log() {
    return folder.resolve("budget-acme.log");
  }

  private List<Instant> admitted(RequestBudget budget, int count) throws Exception {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      budget.admit();
      times.add(time.instant());
    }
    return times;
  }

  private static int mostInAny(Duration window, List<Instant> times) {
    int most = 0;
    for (Instant start : times) {
      Instant end = start.plus(window);
      int inside = (int) times.stream().filter(t -> !t.isBefore(start) && t.isBefore(end)).count();
      most = Math.max(most, inside);
    }
    return most;
  }

  @Test
  void noRollingSecondHoldsMoreThanTheLimitWhateverTheArrivals() throws Exception {
    long seed = 20261103;
    System.out.println("arrivals of seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    RequestBudget budget = budget(limits(20, 0, 0));
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      if (random.nextInt(10) == 0) {
        time.pass(Duration.ofMillis(random.nextInt(2500)));
      }
      times.addAll(admitted(budget, 1 + random.nextInt(3)));
    }
    assertEquals(20, mostInAny(Duration.ofSeconds(1), times));
  }

  @Test
  void idlingSavesNothingUp() throws Exception {
    RequestBudget budget = budget(limits(20, 0, 0));
    admitted(budget, 1);
    time.pass(Duration.ofMinutes(30));
    assertEquals(20, mostInAny(Duration.ofSeconds(1), admitted(budget, 60)));
  }

  @Test
  void noRollingMinuteHoldsMoreThanTheLimit() throws Exception {
    List<Instant> times = admitted(budget(limits(30, 60, 0)), 200);
    assertEquals(60, mostInAny(Duration.ofMinutes(1), times));
    assertEquals(30, mostInAny(Duration.ofSeconds(1), times));
  }

  @Test
  void halfARequestPerSecondIsOneEveryTwoSeconds() throws Exception {
    admitted(budget(limits(0.5, 0, 0)), 3);
    Duration wait = Duration.ofSeconds(2).plus(GUARD);
    assertEquals(List.of(wait, wait), time.waits());
  }

  @Test
  void aProviderWithoutLimitsIsNeverWaitedFor() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 0));
    admitted(budget, 100);
    assertEquals(List.of(), time.waits());
    assertTrue(budget.leftToday().isEmpty());
  }

  @Test
  void aSpentDayIsRefusedAtOnceAndSaysUntilWhen() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 25));
    admitted(budget, 25);
    ProviderException refusal = assertThrows(ProviderException.class, budget::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    assertEquals(Duration.ofHours(24).plus(GUARD), refusal.retryAfter().orElseThrow());
    assertTrue(refusal.getMessage().contains("2026-11-04T10:00:00.050Z"), refusal.getMessage());
    assertEquals(List.of(), time.waits());
  }

  @Test
  void noSpanOf24HoursHoldsMoreThanTheDaysLimitAcrossMidnightAndRestarts() throws Exception {
    List<Instant> times = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 400; i++) {
      time.pass(Duration.ofMinutes(random.nextInt(30)));
      try {
        times.addAll(admitted(budget(limits(0, 0, 25)), 1));
      } catch (ProviderException e) {
        assertEquals(FailureKind.QUOTA, e.kind());
      }
    }
    assertEquals(25, mostInAny(Duration.ofDays(1), times));
    assertTrue(times.size() > 75, "only " + times.size() + " in four days");
  }

  @Test
  void aDayThatHasRoomWithinMinutesIsWaitedFor() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 2));
    admitted(budget, 2);
    time.set("2026-11-04T09:58:30Z");
    admitted(budget, 1);
    assertEquals(Instant.parse("2026-11-04T10:00:00.050Z"), time.instant());
    admitted(budget, 1);
    assertThrows(ProviderException.class, budget::admit);
  }

  @Test
  void theNextDayBeginsAtMidnightInTheZoneOfTheSettings() {
    ZoneId newYork = ZoneId.of("America/New_York");
    RequestBudget budget =
        budget(new ProviderSettings("acme", 0, 0, 1, newYork, Duration.ofSeconds(5), 3));
    assertEquals(Instant.parse("2026-11-04T05:00:00Z"), budget.nextDay());
  }

  @Test
  void aRestartForgetsNeitherTheDayNorTheMinute() throws Exception {
    admitted(budget(limits(0, 5, 25)), 5);
    RequestBudget restarted = budget(limits(0, 5, 25));
    assertEquals(20, restarted.leftToday().orElseThrow());
    admitted(restarted, 1);
    assertEquals(List.of(Duration.ofMinutes(1).plus(GUARD)), time.waits());
  }

  @Test
  void aTornLastLineCountsAsARequest() throws Exception {
    admitted(budget(limits(0, 0, 25)), 3);
    byte[] whole = Files.readAllBytes(log());
    for (int cut = 1; cut < 20; cut++) {
      Files.write(log(), Arrays.copyOf(whole, whole.length - cut));
      assertEquals(22, budget(limits(0, 0, 25)).leftToday().orElseThrow(), "cut by " + cut);
    }
    admitted(budget(limits(0, 0, 25)), 22);
    assertThrows(ProviderException.class, budget(limits(0, 0, 25))::admit);
  }

  @Test
  void aDamagedLineMakesTheDayCountAsSpent() throws Exception {
    admitted(budget(limits(0, 0, 25)), 3);
    String text = Files.readString(log());
    Files.writeString(log(), text.replaceFirst("spent \\d", "spent 0"));
    ProviderException refusal =
        assertThrows(ProviderException.class, budget(limits(0, 0, 25))::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    time.set("2026-11-04T10:00:01Z");
    admitted(budget(limits(0, 0, 25)), 25);
  }

  @Test
  void zerosLeftByAPowerCutAreDamageToo() throws Exception {
    admitted(budget(limits(0, 0, 25)), 3);
    Files.write(log(), new byte[] {0, 0, 0, '\n'}, StandardOpenOption.APPEND);
    assertEquals(0, budget(limits(0, 0, 25)).leftToday().orElseThrow());
  }

  @Test
  void damageWithoutADayLimitStopsNothingForGood() throws Exception {
    Files.writeString(log(), "what is this\n");
    admitted(budget(limits(1, 0, 0)), 2);
    Duration second = Duration.ofSeconds(1).plus(GUARD);
    assertEquals(List.of(second, second), time.waits());
  }

  @Test
  void aClockThatWasAheadBlocksNothingForGood() throws Exception {
    time.set("2027-11-03T10:00:00Z");
    RequestBudget budget = budget(limits(1, 0, 25));
    admitted(budget, 1);
    budget.block(FailureKind.RATE_LIMIT, Instant.parse("2027-11-03T12:00:00Z"));
    time.set("2026-11-03T10:00:00Z");
    assertThrows(ProviderException.class, budget::admit);
    time.set("2026-11-04T10:00:01Z");
    admitted(budget, 1);
    assertEquals(24, budget.leftToday().orElseThrow());
  }

  @Test
  void aBlockOutlivesARestartAndEnds() throws Exception {
    budget(limits(0, 0, 25)).block(FailureKind.QUOTA, Instant.parse("2026-11-03T18:00:00Z"));
    RequestBudget restarted = budget(limits(0, 0, 25));
    ProviderException refusal = assertThrows(ProviderException.class, restarted::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    assertEquals(Duration.ofHours(8), refusal.retryAfter().orElseThrow());
    time.set("2026-11-03T18:00:00Z");
    restarted.admit();
  }

  @Test
  void aShorterBlockDoesNotEndALongerOne() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 25));
    budget.block(FailureKind.QUOTA, Instant.parse("2026-11-03T18:00:00Z"));
    budget.block(FailureKind.RATE_LIMIT, Instant.parse("2026-11-03T11:00:00Z"));
    time.set("2026-11-03T12:00:00Z");
    assertEquals(FailureKind.QUOTA, assertThrows(ProviderException.class, budget::admit).kind());
  }

  @Test
  void severalThreadsAndBudgetsOfOneFolderShareTheLimit() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Boolean> granted = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      RequestBudget mine = budget(limits(0, 0, 25));
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

  @Test
  void aLongLogIsCompactedWithoutForgettingTheDay() throws Exception {
    ProviderSettings wide = limits(0, 1000, 100_000);
    RequestBudget budget = budget(wide);
    admitted(budget, 1);
    String line = Files.readString(log());
    Files.writeString(log(), line.repeat(3000));
    time.pass(Duration.ofMinutes(5));
    admitted(budget, 2);
    assertTrue(Files.size(log()) < 200, "size " + Files.size(log()));
    assertEquals(100_000 - 3002, budget.leftToday().orElseThrow());
    time.set("2026-11-04T10:04:00Z");
    assertEquals(100_000 - 2, budget.leftToday().orElseThrow());
  }

  @Test
  void aCompactedRequestIsRememberedNoShorterThanADay() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 5000));
    for (int i = 0; i < 100; i++) {
      admitted(budget, 30);
      time.pass(Duration.ofMinutes(1));
    }
    assertTrue(Files.size(log()) < 60_000, "size " + Files.size(log()));
    assertEquals(2000, budget.leftToday().orElseThrow());
    time.set("2026-11-04T09:59:59Z");
    assertEquals(2000, budget.leftToday().orElseThrow());
    time.set("2026-11-04T11:41:00Z");
    assertEquals(5000, budget.leftToday().orElseThrow());
  }

  @Test
  void whatAnotherBudgetSpentOrCompactedInBetweenIsSeen() throws Exception {
    RequestBudget mine = budget(limits(0, 0, 25));
    RequestBudget other = budget(limits(0, 0, 25));
    admitted(mine, 3);
    admitted(other, 3);
    assertEquals(19, mine.leftToday().orElseThrow());
    Files.writeString(log(), Files.readString(log()).substring(0, 40));
    assertEquals(23, other.leftToday().orElseThrow(), "a torn line was repaired");
    admitted(other, 1);
    assertEquals(22, mine.leftToday().orElseThrow());
  }

  @Test
  void whatCannotBeWrittenDownIsNotAsked() throws IOException {
    Files.writeString(folder.resolve("state"), "a file where the folder should be");
    RequestBudget budget =
        new RequestBudget(limits(0, 0, 25), folder.resolve("state"), time.timing());
    ProviderException refusal = assertThrows(ProviderException.class, budget::admit);
    assertEquals(FailureKind.UNAVAILABLE, refusal.kind());
    assertTrue(refusal.getMessage().contains("budget-acme.log writable"), refusal.getMessage());
  }

  @Test
  void anInterruptWithinTheFileEndsTheWait() throws Exception {
    RequestBudget budget = budget(limits(0, 0, 25));
    budget.admit();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, budget::admit);
    assertFalse(Thread.currentThread().isInterrupted());
    assertTrue(Files.readString(log(), StandardCharsets.US_ASCII).startsWith("spent "));
  }
}
