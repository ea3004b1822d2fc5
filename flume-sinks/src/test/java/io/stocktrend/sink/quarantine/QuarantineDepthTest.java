package io.stocktrend.sink.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.sink.Quotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineDepthTest {
  @TempDir Path folder;

  @Test
  void everyEventThatLiesThereCountsUntilItIsTakenAway() throws IOException {
    QuarantineStore store = store("parquet");
    QuarantineDepth depth = store.depth();
    assertEquals(0, depth.count());
    store.store(refused(0, 3));
    assertEquals(3, depth.count());
    store.store(refused(3, 8));
    assertEquals(8, depth.count());
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertEquals(0, depth.count());
  }

  @Test
  void theDepthOfAComponentIsItsOwnAndThatOfTheFolderIsAll() throws IOException {
    store("parquet").store(refused(0, 3));
    store("csv").store(refused(0, 2));
    Files.writeString(folder.resolve("notes.txt"), "not an event\n");
    assertEquals(3, store("parquet").depth().count());
    assertEquals(5, new QuarantineDepth(folder).count());
  }

  @Test
  void aFileThatGrowsIsCountedAgain() throws IOException {
    QuarantineDepth depth = new QuarantineDepth(folder);
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{}\n");
    assertEquals(1, depth.count());
    Files.writeString(file, "{}\n{}\n{}\n");
    assertEquals(3, depth.count());
  }

  @Test
  void aFolderThatIsNotThereHoldsNothingAndOneThatCannotBeReadIsSaid() throws IOException {
    assertEquals(0, new QuarantineDepth(folder.resolve("none")).count());
    Files.createDirectories(folder.resolve("a.jsonl"));
    assertThrows(IOException.class, () -> new QuarantineDepth(folder).count());
  }

  private QuarantineStore store(String component) {
    return new QuarantineStore(folder, component, Clock.systemUTC());
  }

  private static List<RefusedEvent> refused(int from, int to) {
    return Quotes.events(from, to).stream()
        .map(event -> new RefusedEvent(event, "a test's"))
        .toList();
  }
}
