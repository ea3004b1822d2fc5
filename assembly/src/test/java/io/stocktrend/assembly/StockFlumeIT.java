package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin archive in a stock Flume home. */
final class StockFlumeIT {
  private static final String CANARY = "c4n4ry-0f-th3-l0gs";

  @TempDir Path folder;

  @Test
  void aStockAgentStartsWithThePluginsAndTheirLogConfiguration() throws Exception {
    StockFlumeHome home = new StockFlumeHome(PluginHome.unpack(folder.resolve("a home")));
    String mistyped = "other.sorces.x.note = " + CANARY + "\n";
    Path file = Files.writeString(folder.resolve("raw.properties"), AgentFiles.IDLE + mistyped);
    try (AgentProcess agent = home.start(folder, "raw", file)) {
      agent.awaitOutput("Starting Source numbers");
      agent.awaitOutput("Configuration property ignored: other.sorces.x.note = ***");
      agent.terminate();
      assertFalse((agent.out() + agent.err()).contains(CANARY));
    }
  }
}
