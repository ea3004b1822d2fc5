package io.stocktrend.source.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.LogTape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorFilesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-02");
  private static final Instant RUN = Instant.parse("2026-11-02T10:00:00Z");

  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoadedAsItWas() throws Exception {
    save(1, 3);
    Cursor cursor = load();
    assertEquals(3, cursor.sequence());
    assertEquals(RUN, cursor.lastRun().orElseThrow());
    assertTrue(cursor.hasEmitted("AAPL", "f3", DAY));
    assertTrue(cursor.knows("alias1"));
    assertEquals(Set.of("alias1", "alias2", "alias3"), cursor.known("alias"));
    assertEquals("v3", cursor.mark("bar").orElseThrow());
  }

  @Test
  void aSnapshotTakesThePlaceOfManyChanges() throws Exception {
    save(1, 600);
    settle();
    assertEquals(0, new CursorLog(folder.resolve("cursor.log")).size());
    save(601, 602);
    Cursor cursor = load();
    assertEquals(602, cursor.sequence());
    assertEquals(602, cursor.known("alias").size());
  }

  @Test
  void aFewChangesAreNoReasonForASnapshot() throws Exception {
    settle();
    long before = Files.size(folder.resolve("cursor.json"));
    save(1, 3);
    settle();
    assertEquals(before, Files.size(folder.resolve("cursor.json")));
  }

  @Test
  void whatWasNotMetForLongIsForgotten() throws Exception {
    save(1, 2);
    Cursor cursor = load();
    cursor.hasEmitted("AAPL", "f2", DAY.plusDays(30));
    cursor.forgetBefore(DAY.plusDays(30));
    assertTrue(cursor.knows("AAPL"), "it was met again");
    assertFalse(cursor.knows("alias1"));
    assertEquals("v2", cursor.mark("bar").orElseThrow(), "a mark stays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "00000000 {}\n", "0", "\n\n"})
  void aTornChangeAtTheEndIsOverwritten(String torn) throws Exception {
    save(1, 2);
    Files.writeString(folder.resolve("cursor.log"), torn, StandardOpenOption.APPEND);
    assertEquals(2, load().sequence());
    save(3, 3);
    assertEquals(3, load().sequence());
  }

  @Test
  void aDamagedChangeInTheMiddleCostsThatOneAndIsSaid() throws Exception {
    save(1, 3);
    Path log = folder.resolve("cursor.log");
    Files.writeString(log, Files.readString(log).replace("alias2", "alias0"));
    try (LogTape tape = new LogTape()) {
      Cursor cursor = load();
      assertEquals(3, cursor.sequence());
      assertEquals(Set.of("alias1", "alias3"), cursor.known("alias"));
      assertEquals(1, tape.lines("WARN", "values may be emitted again").size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "00000000\n{\"sequence\":9}", "cut", "gone"})
  void aDamagedSnapshotIsMadeGoodFromTheOneBeforeWithoutLoss(String damage) throws Exception {
    for (int first : List.of(1, 601, 1201)) {
      save(first, first + 599);
      settle();
    }
    save(1801, 1802);
    harm("cursor.json", damage);
    try (LogTape tape = new LogTape()) {
      Cursor cursor = load();
      assertEquals(1802, cursor.sequence());
      assertEquals(1802, cursor.known("alias").size());
      assertEquals(1, tape.lines("WARN", "the one before it serves").size());
      assertEquals(0, tape.lines("WARN", "emitted again").size());
    }
  }

  @Test
  void theFirstSnapshotIsMadeGoodFromTheChangesAlone() throws Exception {
    save(1, 600);
    settle();
    harm("cursor.json", "cut");
    assertEquals(600, load().known("alias").size());
  }

  @Test
  void aCursorOfWhichTooLittleIsLeftIsRefusedWithWhatToDo() throws Exception {
    for (int first : List.of(1, 601)) {
      save(first, first + 599);
      settle();
    }
    harm("cursor.json", "cut");
    harm("cursor.previous.json", "cut");
    IOException refusal = assertThrows(IOException.class, this::load);
    assertTrue(
        refusal.getMessage().contains("delete it so that the source starts from zero"),
        refusal.getMessage());
  }

  @Test
  void afterItWasMadeGoodOnceItCanBeAgain() throws Exception {
    for (int first : List.of(1, 601)) {
      save(first, first + 599);
      settle();
      harm("cursor.json", "cut");
    }
    settle();
    harm("cursor.json", "cut");
    assertEquals(1200, load().known("alias").size());
  }

  @Test
  void aKillBetweenTheStepsOfASnapshotLosesNothing() throws Exception {
    save(1, 600);
    settle();
    save(601, 1200);
    Path log = folder.resolve("cursor.log");
    byte[] changes = Files.readAllBytes(log);
    settle();
    Files.write(log, changes);
    save(1201, 1201);
    assertEquals(1201, load().known("alias").size());
  }

  private void save(int first, int last) throws IOException {
    CursorFiles files = new CursorFiles(folder);
    Cursor cursor = files.load();
    for (int i = first; i <= last; i++) {
      Slice.Identity identity = new Slice.Identity("AAPL", "f" + i, List.of("alias" + i));
      cursor.moveTo(
          new Slice(i, List.of(new Slice.Item(identity, Map.of(), new byte[0])), Map.of()), DAY);
      cursor.mark("bar", "v" + i);
      cursor.ran(RUN);
      files.save(cursor);
    }
  }

  private void settle() throws IOException {
    CursorFiles files = new CursorFiles(folder);
    files.settle(files.load());
  }

  private Cursor load() throws IOException {
    return new CursorFiles(folder).load();
  }

  private void harm(String name, String damage) throws IOException {
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    switch (damage) {
      case "gone" -> Files.delete(file);
      case "cut" -> Files.write(file, Arrays.copyOf(whole, whole.length - 5));
      default -> Files.write(file, damage.getBytes(StandardCharsets.UTF_8));
    }
  }
}
