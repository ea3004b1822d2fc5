package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin archive's own agent file in a stock Flume home. */
final class StockFlumeFinancialIT {
  @TempDir Path folder;

  @Test
  void aStockAgentCollectsSevenQuotesIntoParquetThatItsOwnCodecsCanWrite() throws Exception {
    StockFlumeHome home = new StockFlumeHome(PluginHome.unpack(folder.resolve("a home")));
    Path working = home.plugins().folder();
    PartFiles parts = new PartFiles(working.resolve("data/raw/financial_data"));
    try (StillMarket market = StillMarket.open()) {
      String providers = "-Dstocktrend.providers=" + market.providersFile(folder);
      try (AgentProcess agent =
          home.start(working, "raw", quotesOnly(home.plugins().conf()), providers)) {
        agent.awaitOutput("7 rows emitted");
        assertTrue(agent.isRunByJavaHome(), "another Java than " + AgentProcess.javaHome());
        agent.await(() -> parts.rows() == 7, "7 rows");
        agent.terminate();
      }
      List<String> prices =
          StillMarket.SYMBOLS.stream().map(s -> s + " " + market.quote(s).price()).toList();
      assertEquals(prices, parts.values("symbol || ' ' || close"));
      assertEquals(new PartFiles.Count(7, 7), parts.count());
      assertEquals(List.of("SNAPPY"), parts.compressions());
    }
  }

  private Path quotesOnly(Path conf) throws IOException {
    return AgentFile.shipped(conf, "raw").only("quotes").write(folder);
  }
}
