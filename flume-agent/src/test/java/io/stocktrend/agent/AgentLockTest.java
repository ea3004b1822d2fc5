package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentLockTest {
  @TempDir Path folder;

  /** Takes the locks in a process of its own, says what came of it, and holds them. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] args) throws IOException {
      try {
        new AgentLock("raw").take(AgentFile.read(Path.of(args[0])));
        System.out.println("taken");
        System.in.read();
      } catch (RefusedStartException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void aSecondProcessIsRefusedWithTheNumberOfTheFirst() throws Exception {
    Process holder = taker();
    assertEquals("taken", holder.inputReader().readLine());
    assertEquals(
        "agent raw runs already with its state in "
            + folder.resolve("state")
            + ", as process "
            + holder.pid()
            + ": stop that one, or give this one a stateDir of its own"
            + " (raw.sources.quotes.stateDir in "
            + folder.resolve("raw.properties")
            + ":12)",
        assertThrows(RefusedStartException.class, () -> new AgentLock("raw").take(good()))
            .getMessage());
    holder.destroyForcibly().waitFor();
  }

  @Test
  void oneThatWasKilledHindersNobody() throws Exception {
    Process holder = taker();
    assertEquals("taken", holder.inputReader().readLine());
    holder.destroyForcibly().waitFor();
    AgentLock lock = new AgentLock("raw");
    lock.take(good());
    lock.take(good());
    Path file = folder.resolve("state/agent-raw.lock");
    assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void anotherAgentIsTakenBesideIt() throws Exception {
    Process holder = taker();
    assertEquals("taken", holder.inputReader().readLine());
    String text = Files.readString(good().path()).replace("raw.", "other.");
    new AgentLock("other").take(AgentFile.read(Files.writeString(folder.resolve("other"), text)));
    assertTrue(Files.exists(folder.resolve("state/agent-other.lock")));
    holder.destroyForcibly().waitFor();
  }

  @Test
  void anAgentWithoutSourcesOfOursLeavesNoLock() throws Exception {
    new AgentLock("raw").take(AgentText.read(folder, AgentText.GOOD));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("raw.properties")), files.toList());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsForTheSourceToRefuse() throws Exception {
    AgentFile file = good();
    Files.writeString(folder.resolve("state"), "a file");
    new AgentLock("raw").take(file);
    assertFalse(Files.isDirectory(folder.resolve("state")));
  }

  private AgentFile good() throws IOException, RefusedStartException {
    return AgentFile.read(BrokenAgent.NOT.write(folder));
  }

  private Process taker() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Taker.class.getName(),
            BrokenAgent.NOT.write(folder).toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
