package io.stocktrend.source.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadUntilAByteOfItIsLost() throws Exception {
    CheckedFile file = new CheckedFile(folder.resolve("new/state"));
    assertEquals(Optional.empty(), file.read());
    file.write(new byte[] {1, 2, 3});
    assertArrayEquals(new byte[] {1, 2, 3}, file.read().orElseThrow());
    byte[] whole = Files.readAllBytes(file.path());
    Files.write(file.path(), Arrays.copyOf(whole, whole.length - 1));
    assertEquals(Optional.empty(), file.read());
  }

  @Test
  void aFailedWriteSaysWhichFileAndWhatToDo() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("state"), "a file, not a folder");
    CheckedFile file = new CheckedFile(inTheWay.resolve("cursor.json"));
    IOException failure = assertThrows(IOException.class, () -> file.write(new byte[] {1}));
    assertTrue(failure.getMessage().contains(file.path() + " cannot be written: free some space"));
  }
}
