package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stocktrend gaps} and {@code backfill} through the launcher, beside a running agent. */
final class GapsIT {
  private static final int KILLED = 137;

  /** Sessions of January 2023 from the 3rd on, of two symbols. */
  private static final int ROWS_OF_JANUARY = 40;

  private static final String AGENT =
      """
      raw.sources = movements
      raw.channels = file
      raw.sinks = parquet
      raw.sources.movements.type = io.stocktrend.source.MovementSource
      raw.sources.movements.channels = file
      raw.sources.movements.symbols = AAPL, MSFT
      raw.sources.movements.providers = yahoo
      raw.sources.movements.providersFile = providers.properties
      raw.sources.movements.stateDir = data/state
      raw.channels.file.type = file
      raw.channels.file.checkpointDir = data/channel/checkpoint
      raw.channels.file.dataDirs = data/channel/log
      raw.sinks.parquet.type = io.stocktrend.sink.ParquetSink
      raw.sinks.parquet.channel = file
      raw.sinks.parquet.path = data/raw/%{dataset}/date=%Y-%m-%d
      raw.sinks.parquet.batchMaxDelay = 50ms
      raw.sinks.parquet.stateDir = data/state
      raw.sinks.parquet.quarantineDir = data/quarantine
      """;

  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  @Test
  void aKilledBackfillAndARepairBesideTheAgentStoreEachBarOnce() throws Exception {
    try (ProviderSimulator simulator = ProviderSimulator.start(SimulatorOptions.defaults());
        AgentProcess agent = start(simulator)) {
      PartFiles parts = new PartFiles(folder.resolve("data/raw"));
      agent.awaitOutput("rows emitted");
      agent.await(() -> parts.rows() >= 600, "600 rows");
      long before = parts.rows();

      String[] january = {
        "backfill",
        "stock_movements",
        "--from",
        "2023-01-03",
        "--to",
        "2023-02-01",
        "--symbol",
        "AAPL,MSFT"
      };
      for (String step : List.of("source.slice-saved", "sink.part-renamed", "source.slice-put")) {
        stocktrend(KILLED, Map.of("STOCKTREND_OPTS", "-Dstocktrend.faultPoint=" + step), january);
      }
      stocktrend(0, Map.of(), january);
      stocktrend(0, Map.of(), january);
      assertEquals(
          new PartFiles.Count(before + ROWS_OF_JANUARY, before + ROWS_OF_JANUARY), parts.count());

      String[] gaps = {"gaps", "stock_movements", "--from", "2023-01-03", "--to", "2023-02-04"};
      String cause = ",2023-02-01T14:30:00Z,2023-02-03T21:00:00Z,3,halt,";
      String listed = stocktrend(0, Map.of(), gaps);
      assertTrue(listed.contains("stock_movements,AAPL" + cause), listed);
      assertTrue(listed.contains("stock_movements,MSFT" + cause), listed);
      assertEquals(3, listed.lines().count(), listed);

      List<String> repair = new ArrayList<>(List.of(gaps));
      repair.add("--repair");
      String left = stocktrend(0, Map.of(), repair.toArray(String[]::new));
      assertTrue(left.contains("stocktrend: stock_movements: 6 rows stored"), left);
      stocktrend(0, Map.of(), repair.toArray(String[]::new));
      long all = before + ROWS_OF_JANUARY + 6;
      assertEquals(new PartFiles.Count(all, all), parts.count());
      assertTrue(agent.isAlive());
      agent.terminate();
      assertEquals(List.of(), parts.hidden());
    }
  }

  private AgentProcess start(ProviderSimulator simulator) throws Exception {
    try (Writer file = Files.newBufferedWriter(folder.resolve("providers.properties"))) {
      simulator.providersProperties().store(file, null);
    }
    Files.writeString(folder.resolve("raw.properties"), AGENT);
    return home.flumeNg(folder, "agent", "-n", "raw", "-f", "raw.properties");
  }

  private String stocktrend(int exitCode, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--agents", "raw.properties"));
    try (AgentProcess command =
        home.run(folder, "stocktrend", environment, all.toArray(String[]::new))) {
      assertEquals(exitCode, command.awaitExit(), command.out() + command.err());
      return command.out() + command.err();
    }
  }
}
