package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"-Xmx20m,-Xmx512m", "-Xmx1g,-Xmx1g"})
  void theHeapIsEnoughUnlessTheUserHasSetIt(String ofTheLauncher, String heap) throws Exception {
    PluginHome plugins = PluginHome.unpack(folder.resolve("home"));
    String environment = plugins.conf().resolve("flume-env.sh").toString();
    List<String> shell = List.of("bash", "-c", ". \"$0\" && echo \"$JAVA_OPTS\"", environment);
    Map<String, String> before = Map.of("JAVA_OPTS", ofTheLauncher);
    try (AgentProcess read = AgentProcess.start(folder, "environment", before, shell)) {
      assertEquals(0, read.awaitExit(), read.err());
      assertEquals(heap, read.out().strip());
    }
  }
}
