package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent of the distribution does from its start to its exit code. */
final class AgentIT {
  private static final int REFUSED = 2;
  private static final String CANARY = "c4n4ry-0f-th3-l0gs";

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @Test
  void anAgentRunsUnderTheNameOfItsFileAndEndsWithZeroOnSigterm() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.properties"), AgentFiles.IDLE);
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", file.toString())) {
      agent.awaitOutput("Agent raw runs");
      Duration stop = agent.terminate();
      assertEquals(0, agent.awaitExit(), agent.out());
      assertTrue(stop.toMillis() < 2000, "stopped after " + stop);
      assertEquals("", agent.err());
    }
  }

  @Test
  void theLogHasOneLinePerEventInTheWorkingFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.properties"), AgentFiles.IDLE);
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", file.toString())) {
      agent.awaitOutput("Agent raw runs");
      agent.terminate();
      List<String> log = Files.readAllLines(folder.resolve("logs/flume.log"));
      assertTrue(
          log.stream().allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*")), log::toString);
      // Two threads may reach the file in another order than standard output.
      assertEquals(log.stream().sorted().toList(), agent.out().lines().sorted().toList());
    }
  }

  @Test
  void anUnknownAgentIsRefusedWithTheNamesOfTheFile() throws Exception {
    refused("no agent 'rwa': choose with -n from raw", AgentFiles.IDLE, "-n", "rwa");
  }

  @Test
  void anUnknownClassIsRefused() throws Exception {
    refused(
        "sink nothing: the type 'no.such.Sink' is neither one of Flume's nor a class",
        AgentFiles.IDLE.replace("nothing.type = null", "nothing.type = no.such.Sink"));
  }

  @Test
  void aSourceWithoutAChannelIsRefused() throws Exception {
    refused(
        "source numbers: channels is missing",
        AgentFiles.IDLE.replace("raw.sources.numbers.channels = memory\n", ""));
  }

  @Test
  void aMissingFileIsRefused() throws Exception {
    refused(home.flumeNg(folder, "agent", "-f", "no such.properties"), "the agent file no such");
  }

  @Test
  void aFolderInPlaceOfTheFileIsRefused() throws Exception {
    refused(home.flumeNg(folder, "agent", "-f", folder.toString()), "not a file");
  }

  @Test
  void theValueOfAMistypedKeyIsNowhereToBeSeen() throws Exception {
    String text =
        AgentFiles.IDLE
            + "other.sources.x.type = seq\n"
            + ("other.sorces.x.note = " + CANARY + "\n")
            + ("other = " + CANARY + "\n")
            + ("raw.sinks.nothing.password = " + CANARY + "\n");
    Path file = Files.writeString(folder.resolve("raw.properties"), text);
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-n", "raw", "-f", file.toString())) {
      agent.awaitOutput("Agent raw runs");
      agent.terminate();
      assertTrue(agent.out().contains("Configuration property ignored: other.sorces.x.note = ***"));
      assertFalse(everything(agent).contains(CANARY), agent.out());
    }
  }

  @Test
  void aComponentThatNeverStopsCannotKeepTheProcessAlive() throws Exception {
    try (AgentProcess agent = stubborn("-Dstocktrend.stopTimeout=500ms")) {
      agent.awaitOutput("Agent raw runs");
      agent.terminate();
      assertEquals(1, agent.awaitExit());
      assertTrue(agent.out().contains("A component did not stop within"), agent.out());
    }
  }

  @Test
  void aSecondSigtermEndsAtOnce() throws Exception {
    try (AgentProcess agent = stubborn("-Dstocktrend.stopTimeout=50s")) {
      agent.awaitOutput("Agent raw runs");
      ProcessHandle.of(agent.pid()).orElseThrow().destroy();
      agent.awaitOutput("Stopping on SIGTERM");
      Duration stop = agent.terminate();
      assertEquals(1, agent.awaitExit());
      assertTrue(stop.toMillis() < 2000, "ended after " + stop);
      assertTrue(agent.out().contains("A second SIGTERM: ending at once"), agent.out());
    }
  }

  /** An agent with a component that does not stop. */
  private AgentProcess stubborn(String option) throws IOException {
    String text = AgentFiles.IDLE.replace("type = seq", "type = " + StubbornSource.class.getName());
    Path file = Files.writeString(folder.resolve("raw.properties"), text);
    String classes =
        StubbornSource.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return home.flumeNg(
        folder,
        "agent",
        "-f",
        file.toString(),
        "-C",
        classes,
        option,
        "-Dstocktrend.drainTimeout=0");
  }

  private void refused(String error, String text, String... arguments) throws Exception {
    Path file = Files.writeString(folder.resolve("raw.properties"), text);
    List<String> all = new ArrayList<>(List.of("agent", "-f", file.toString()));
    all.addAll(List.of(arguments));
    refused(home.flumeNg(folder, all.toArray(String[]::new)), error);
  }

  private void refused(AgentProcess started, String error) throws Exception {
    try (AgentProcess agent = started) {
      assertEquals(REFUSED, agent.awaitExit(), agent.err());
      assertEquals(1, agent.err().lines().count(), agent.err());
      assertTrue(agent.err().contains(error), agent.err());
      assertTrue(agent.out().contains(error), "the log must have it too");
    }
  }

  private String everything(AgentProcess agent) throws IOException {
    return agent.out() + agent.err() + Files.readString(folder.resolve("logs/flume.log"));
  }
}
