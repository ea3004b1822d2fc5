package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  /** Takes the lock in a process of its own and says what came of it. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] args) throws IOException {
      try {
        FolderLock lock = FolderLock.acquire(Path.of(args[0]));
        System.out.println("taken");
        if (args.length > 1) {
          System.in.read();
        }
        lock.close();
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void anotherProcessIsRefusedAndToldWhatToDo() throws Exception {
    FolderLock lock = FolderLock.acquire(folder);

    String said = said(taker());

    assertTrue(said.startsWith("another process uses the folder " + folder.toRealPath()), said);
    assertTrue(said.contains("stop it, or give this agent a folder of its own"), said);
    lock.close();
    assertEquals("taken", said(taker()));
  }

  @Test
  void aKilledHolderLeavesTheFolderFree() throws Exception {
    Process holder = taker("hold");
    assertEquals("taken", holder.inputReader().readLine());

    holder.destroyForcibly().waitFor();

    FolderLock.acquire(folder).close();
    assertFalse(Files.exists(folder.resolve(".lock")), "a closed lock leaves no file");
  }

  @Test
  void withinTheProcessTheLockIsSharedUntilTheLastHolderCloses() throws Exception {
    FolderLock before = FolderLock.acquire(folder);
    FolderLock after = FolderLock.acquire(folder);

    before.close();
    before.close();
    assertFalse(said(taker()).equals("taken"));

    after.close();
    assertEquals("taken", said(taker()));
  }

  @Test
  void aLookMakesAndLocksNothingAndMindsNoHolder() throws Exception {
    Process holder = taker("hold");
    assertEquals("taken", holder.inputReader().readLine());
    assertEquals("looked", FolderLock.lookOnly(() -> look(folder)));
    assertEquals("looked", FolderLock.lookOnly(() -> look(folder.resolve("new/state"))));
    assertTrue(Files.exists(folder.resolve(".lock")), "the holder's lock is untouched");
    assertFalse(Files.exists(folder.resolve("new")));
    assertThrows(FolderInUseException.class, () -> FolderLock.acquire(folder));
    holder.destroyForcibly().waitFor();
  }

  @Test
  void aLookFindsAFolderThatCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(
        "java.nio.file.NotDirectoryException: " + file,
        FolderLock.lookOnly(() -> look(file.resolve("below/state"))));
  }

  private static String look(Path path) {
    try {
      FolderLock.acquire(path).close();
      return "looked";
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Process taker(String... more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Taker.class.getName(),
            folder.toString());
    builder.command().addAll(java.util.List.of(more));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String said(Process process) throws Exception {
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    return said;
  }
}
