package io.stocktrend.sink.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyProgressTest {
  @TempDir Path folder;

  @Test
  void whatHasBeenAddedIsKnownToTheNextRun() throws Exception {
    CopyProgress first = CopyProgress.at(file());
    first.add(List.of("a", "b"));
    first.add(List.of("c"));

    CopyProgress next = CopyProgress.at(file());

    assertEquals(3, next.size());
    assertTrue(next.has("b") && next.has("c"));
    assertFalse(next.has(""));
  }

  @Test
  void aTornLineNamesNoPartAndHarmsNoLaterOne() throws Exception {
    CopyProgress.at(file()).add(List.of("2026-11-02/part-1"));
    Files.writeString(file(), Files.readString(file()) + "\n2026-11-02/pa");

    CopyProgress.at(file()).add(List.of("2026-11-02/part-3"));

    CopyProgress next = CopyProgress.at(file());
    assertTrue(next.has("2026-11-02/part-1") && next.has("2026-11-02/part-3"));
    assertFalse(next.has("2026-11-02/part-2"));
  }

  @Test
  void nothingIsLeftOfOneThatIsCleared() throws Exception {
    CopyProgress progress = CopyProgress.at(file());
    progress.add(List.of("a"));

    progress.clear();

    assertFalse(progress.has("a"));
    assertFalse(Files.exists(file()));
    assertEquals(0, CopyProgress.at(file()).size());
  }

  private Path file() {
    return folder.resolve("state/copy");
  }
}
