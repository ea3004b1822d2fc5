package io.stocktrend.source.http;

import static io.stocktrend.source.http.BudgetRig.GUARD;
import static io.stocktrend.source.http.BudgetRig.limits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.MemoryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a budget remembers in its file, and what it makes of a file that is damaged. */
class BudgetLogTest {
  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private BudgetRig rig;

  @BeforeEach
  void open() {
    rig = new BudgetRig(folder);
  }

  @Test
  void aRestartForgetsNeitherTheDayNorTheMinute() throws Exception {
    rig.admitted(rig.budget(0, 5, 25), 5);
    RequestBudget restarted = rig.budget(0, 5, 25);
    assertEquals(20, restarted.leftToday().orElseThrow());
    rig.admitted(restarted, 1);
    assertEquals(List.of(Duration.ofMinutes(1).plus(GUARD)), rig.time().waits());
  }

  @Test
  void aTornLastLineCountsAsARequest() throws Exception {
    rig.admitted(rig.budget(0, 0, 25), 3);
    byte[] whole = Files.readAllBytes(rig.log());
    for (int cut = 1; cut < 20; cut++) {
      Files.write(rig.log(), Arrays.copyOf(whole, whole.length - cut));
      assertEquals(22, rig.budget(0, 0, 25).leftToday().orElseThrow(), "cut by " + cut);
    }
    rig.admitted(rig.budget(0, 0, 25), 22);
    assertThrows(ProviderException.class, rig.budget(0, 0, 25)::admit);
  }

  @Test
  void aDamagedLineMakesTheDayCountAsSpent() throws Exception {
    rig.admitted(rig.budget(0, 0, 25), 3);
    String text = Files.readString(rig.log());
    Files.writeString(rig.log(), text.replaceFirst("spent \\d", "spent 0"));
    ProviderException refusal = assertThrows(ProviderException.class, rig.budget(0, 0, 25)::admit);
    assertEquals(FailureKind.QUOTA, refusal.kind());
    rig.time().set("2026-11-04T10:00:01Z");
    rig.admitted(rig.budget(0, 0, 25), 25);
  }

  @Test
  void zerosLeftByAPowerCutAreDamageToo() throws Exception {
    rig.admitted(rig.budget(0, 0, 25), 3);
    Files.write(rig.log(), new byte[] {0, 0, 0, '\n'}, StandardOpenOption.APPEND);
    assertEquals(0, rig.budget(0, 0, 25).leftToday().orElseThrow());
  }

  @Test
  void damageWithoutADayLimitStopsNothingForGood() throws Exception {
    Files.writeString(rig.log(), "what is this\n");
    rig.admitted(rig.budget(1, 0, 0), 2);
    Duration second = Duration.ofSeconds(1).plus(GUARD);
    assertEquals(List.of(second, second), rig.time().waits());
  }

  @Test
  void aLongLogIsCompactedWithoutForgettingTheDay() throws Exception {
    ProviderSettings wide = limits(0, 1000, 100_000);
    RequestBudget budget = rig.budget(wide);
    rig.admitted(budget, 1);
    String line = Files.readString(rig.log());
    Files.writeString(rig.log(), line.repeat(3000));
    rig.time().pass(Duration.ofMinutes(5));
    rig.admitted(budget, 2);
    assertTrue(Files.size(rig.log()) < 200, "size " + Files.size(rig.log()));
    assertEquals(100_000 - 3002, budget.leftToday().orElseThrow());
    rig.time().set("2026-11-04T10:04:00Z");
    assertEquals(100_000 - 2, budget.leftToday().orElseThrow());
  }

  @Test
  void aCompactedRequestIsRememberedNoShorterThanADay() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 5000);
    for (int i = 0; i < 100; i++) {
      rig.admitted(budget, 30);
      rig.time().pass(Duration.ofMinutes(1));
    }
    assertTrue(Files.size(rig.log()) < 60_000, "size " + Files.size(rig.log()));
    assertEquals(2000, budget.leftToday().orElseThrow());
    rig.time().set("2026-11-04T09:59:59Z");
    assertEquals(2000, budget.leftToday().orElseThrow());
    rig.time().set("2026-11-04T11:41:00Z");
    assertEquals(5000, budget.leftToday().orElseThrow());
  }

  @Test
  void whatAnotherBudgetSpentOrCompactedInBetweenIsSeen() throws Exception {
    RequestBudget mine = rig.budget(0, 0, 25);
    RequestBudget other = rig.budget(0, 0, 25);
    rig.admitted(mine, 3);
    rig.admitted(other, 3);
    assertEquals(19, mine.leftToday().orElseThrow());
    Files.writeString(rig.log(), Files.readString(rig.log()).substring(0, 40));
    assertEquals(23, other.leftToday().orElseThrow(), "a torn line was repaired");
    rig.admitted(other, 1);
    assertEquals(22, mine.leftToday().orElseThrow());
  }

  @Test
  void whatCannotBeWrittenDownIsNotAsked() throws IOException {
    Files.writeString(folder.resolve("state"), "a file where the folder should be");
    RequestBudget budget =
        new RequestBudget(limits(0, 0, 25), folder.resolve("state"), rig.time().timing());
    ProviderException refusal = assertThrows(ProviderException.class, budget::admit);
    assertEquals(FailureKind.UNAVAILABLE, refusal.kind());
    assertTrue(refusal.getMessage().contains("budget-acme.log writable"), refusal.getMessage());
  }

  @Test
  void anInterruptWithinTheFileEndsTheWait() throws Exception {
    RequestBudget budget = rig.budget(0, 0, 25);
    budget.admit();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, budget::admit);
    assertFalse(Thread.currentThread().isInterrupted());
    assertTrue(Files.readString(rig.log(), StandardCharsets.US_ASCII).startsWith("spent "));
  }
}
