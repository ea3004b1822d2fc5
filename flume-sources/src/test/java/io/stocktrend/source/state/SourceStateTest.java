package io.stocktrend.source.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceStateTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-02");
  private static final Instant RUN = Instant.parse("2026-11-02T10:00:00Z");

  @TempDir Path folder;

  @Test
  void aSourceThatHasNeverRunStartsFromZero() throws Exception {
    try (SourceState state = SourceState.open(folder.resolve("new"))) {
      assertEquals(0, state.loadCursor().sequence());
      assertTrue(state.loadCursor().lastRun().isEmpty());
      assertTrue(state.loadSlice().isEmpty());
    }
  }

  @Test
  void whatIsSavedIsLoadedAsItWas() throws Exception {
    saveTwo();
    try (SourceState state = SourceState.open(folder)) {
      Cursor cursor = state.loadCursor();
      assertEquals(2, cursor.sequence());
      assertEquals(RUN, cursor.lastRun().orElseThrow());
      assertTrue(cursor.hasEmitted("AAPL", "f2", DAY));
      assertEquals(List.of("alias2"), state.loadSlice().orElseThrow().items().get(0).aliases());
      assertEquals(Map.of("read", "until 2"), state.loadSlice().orElseThrow().marks());
      Slice.Item item = state.loadSlice().orElseThrow().items().get(0);
      assertEquals(Map.of("key", "AAPL"), item.headers());
      assertEquals(2, item.body()[0]);
    }
  }

  @Test
  void missingCursorsBesideALaterSliceAreNoFreshStart() throws Exception {
    saveTwo();
    Files.delete(folder.resolve("cursor.log"));
    assertRefused("is damaged or missing");
  }

  @Test
  void aDamagedSliceIsRefusedWithWhatToDo() throws Exception {
    saveTwo();
    damage("slice.json", "cut");
    assertRefused("slice.json is damaged: restore it from a backup, or delete it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "{\"lastRun\":\"soon\",\"seen\":{}}"})
  void aWholeFileOfAnotherFormIsRefused(String content) throws Exception {
    new CheckedFile(folder.resolve("cursor.json")).write(content.getBytes(StandardCharsets.UTF_8));
    assertRefused("was written by another version");
  }

  @Test
  void aRefusedFolderIsFreeAgain() throws Exception {
    saveTwo();
    damage("slice.json", "cut");
    assertRefused("slice.json");
    assertTrue(Files.notExists(folder.resolve(".lock")), "the lock is let go");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedWithWhatToDo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    IOException refusal = assertThrows(IOException.class, () -> SourceState.open(file));
    assertTrue(refusal.getMessage().contains("give a stateDir"), refusal.getMessage());
  }

  private void saveTwo() throws IOException {
    try (SourceState state = SourceState.open(folder)) {
      Cursor cursor = state.loadCursor();
      for (int i = 1; i <= 2; i++) {
        Slice slice =
            new Slice(
                i,
                List.of(
                    new Slice.Item(
                        new Slice.Identity("AAPL", "f" + i, List.of("alias" + i)),
                        Map.of("key", "AAPL"),
                        new byte[] {(byte) i})),
                Map.of("read", "until " + i));
        state.saveSlice(slice);
        cursor.moveTo(slice, DAY);
        cursor.ran(RUN);
        state.saveCursor(cursor);
      }
    }
  }

  private void damage(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    String whole = Files.readString(file);
    Files.writeString(
        file, content.equals("cut") ? whole.substring(0, whole.length() - 5) : content);
  }

  private void assertRefused(String part) {
    IOException refusal = assertThrows(IOException.class, () -> SourceState.open(folder).close());
    assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
  }
}
