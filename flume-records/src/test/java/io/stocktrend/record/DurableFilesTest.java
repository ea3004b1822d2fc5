package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("new/state.json");

    DurableFiles.replace(
        file, "one, which is longer".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    DurableFiles.replace(file, new byte[] {2});

    assertArrayEquals(new byte[] {2}, Files.readAllBytes(file));
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAnErrorAndKeepsTheOldContent() throws IOException {
    Path obstacle =
        Files.writeString(folder.resolve("obstacle"), "a file where a folder is needed");

    assertThrows(
        IOException.class, () -> DurableFiles.replace(obstacle.resolve("state"), new byte[1]));
    assertEquals("a file where a folder is needed", Files.readString(obstacle));
  }
}
