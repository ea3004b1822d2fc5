package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad events in an agent that is wired as docs/interceptors.md says. */
final class ValidationIT {
  private static final Path PAGE = Path.of("../docs/interceptors.md");
  private static final List<String> REASONS =
      List.of(
          "low 64 is above high 63.25; low 64 is above close 63",
          "symbol TSLA is not of the configured universe",
          "the event has no header dataset");

  @TempDir Path folder;

  private StillMarket market;
  private RawAgent agent;
  private Quarantine quarantine;

  @BeforeEach
  void wireAsDocumented() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
    quarantine = new Quarantine(agent.data().resolve("quarantine"));
    String[] blocks = Files.readString(PAGE).split("```properties\n", -1);
    with(blocks[1].split("```", 2)[0]);
    with(
        """
        raw.sinks.quarantine.batchMaxDelay = 50ms
        raw.sources.quotes.interceptors.validation.component = validation
        raw.sources.quotes.interceptors.validation.symbols = AAPL AMZN GOOGL META MSFT NVDA KO
        raw.sources = quotes planted
        raw.sources.planted.type = io.stocktrend.assembly.PlantedSource
        """);
    with(planted(blocks[1]));
    withCopies(blocks[2].split("```", 2)[0]);
  }

  @AfterEach
  void closeTheMarket() {
    market.close();
  }

  private void with(String lines) throws IOException {
    for (String line : lines.lines().filter(line -> line.startsWith("raw.")).toList()) {
      agent.with(line);
    }
  }

  /** The lines of the source once more, for the one that plants. */
  private static String planted(String block) {
    List<String> lines =
        block.lines().filter(line -> line.startsWith("raw.sources.quotes.")).toList();
    return String.join("\n", lines).replace("quotes", "planted");
  }

  /** One copy is stored, and the other's channel is full from the second quote on. */
  private void withCopies(String block) throws IOException {
    with(block);
    with(
        """
        raw.channels = parquet quarantine csv json
        raw.channels.csv.type = memory
        raw.channels.json.type = memory
        raw.channels.json.capacity = 1
        raw.channels.json.transactionCapacity = 1
        raw.channels.json.keep-alive = 0
        raw.sources.quotes.batchSize = 1
        raw.sinks = parquet quarantine csv
        raw.sinks.csv.type = io.stocktrend.sink.ParquetSink
        raw.sinks.csv.channel = csv
        raw.sinks.csv.path = data/copy/%{dataset}/date=%Y-%m-%d
        raw.sinks.csv.batchSize = 100
        raw.sinks.csv.batchMaxDelay = 50ms
        """);
  }

  private AgentProcess start() throws IOException {
    String classes =
        PlantedSource.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return agent.start("-C", classes, "-Dstocktrend.drainTimeout=0");
  }

  private static void await(AgentProcess process, PartFiles parts, Quarantine quarantine) {
    process.await(() -> parts.rows() >= 7, "7 rows");
    process.await(() -> quarantine.entries().size() >= REASONS.size(), "quarantine");
  }

  @Test
  void aBadEventEndsInQuarantineWithItsReasonAndTheRestIsStored() throws Exception {
    PartFiles copy = new PartFiles(agent.data().resolve("copy/financial_data"));
    try (AgentProcess process = start()) {
      await(process, agent.parts(), quarantine);
      process.await(() -> copy.rows() == 6, "6 rows of the quotes' copy");
      process.terminate();
    }
    TreeSet<String> stored = new TreeSet<>(StillMarket.SYMBOLS);
    stored.remove("TSLA");
    assertEquals(List.copyOf(stored), copy.values("symbol"));
    stored.add(PlantedSource.GOOD);
    assertEquals(List.copyOf(stored), agent.parts().values("symbol"));
    assertEquals(REASONS, quarantine.reasons());
    for (QuarantineEntry entry : quarantine.entries()) {
      assertEquals("validation", entry.component());
      assertTrue(entry.body().length > 0);
    }
  }

  @Test
  void afterAKillNothingIsSetAsideOrStoredTwice() throws Exception {
    for (int run = 0; run < 2; run++) {
      try (AgentProcess process = start()) {
        await(process, agent.parts(), quarantine);
        process.kill();
      }
    }
    try (AgentProcess process = start()) {
      process.awaitOutput("Source quotes is due next at");
      process.terminate();
    }
    assertEquals(REASONS, quarantine.reasons());
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
  }
}
