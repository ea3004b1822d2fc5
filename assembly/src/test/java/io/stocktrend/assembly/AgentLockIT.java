package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may run beside an agent. */
final class AgentLockIT {
  private static final int REFUSED = 2;

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @AutoClose private StillMarket market;
  private RawAgent agent;

  @BeforeEach
  void openTheMarket() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
  }

  @Test
  void theSameAgentIsRefusedWhileItRunsAndNeitherAnotherOneNorItsOwnNextStart() throws Exception {
    try (AgentProcess first = agent.start()) {
      first.awaitOutput("Agent raw runs");
      assertEquals(first.pid() + "\n", Files.readString(state("agent-raw.lock")));
      assertEquals("rw-------", mode("agent-raw.lock"));
      assertEquals("rw-------", mode("agent-raw.json"));
      assertRefused(first.pid());
      anotherAgentRuns();
      first.kill();
    }
    try (AgentProcess next = agent.start()) {
      next.await(() -> agent.parts().rows() == 7, "7 rows");
      next.awaitOutput("Agent raw runs");
      next.terminate();
    }
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
  }

  private void assertRefused(long holder) throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("second"));
    RawAgent second = new RawAgent(elsewhere, market.providersFile(elsewhere));
    try (AgentProcess refused = second.withData(agent.data()).start()) {
      assertEquals(REFUSED, refused.awaitExit(), refused.out());
      String error =
          "flume-ng: agent raw runs already with its state in "
              + state("")
              + ", as process "
              + holder
              + ": stop that one, or give this one a stateDir of its own"
              + " (raw.sources.quotes.stateDir in "
              + elsewhere.resolve("raw.properties")
              + ":";
      assertTrue(refused.err().startsWith(error), refused.err());
      assertEquals(1, refused.err().lines().count(), refused.err());
    }
  }

  private void anotherAgentRuns() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("other"));
    Path file = AgentFile.shipped(home.conf(), "context").only("policy").write(elsewhere);
    String[] arguments = {
      "agent", "-f", file.toString(), "-Dstocktrend.providers=" + market.providersFile(elsewhere)
    };
    Map<String, String> environment = Map.of("STOCKTREND_DATA", agent.data().toString());
    try (AgentProcess other = home.run(elsewhere, "flume-ng", environment, arguments)) {
      other.awaitOutput("Agent context runs");
      other.terminate();
    }
  }

  private Path state(String name) {
    return agent.data().resolve("state").resolve(name);
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(state(name)));
  }
}
