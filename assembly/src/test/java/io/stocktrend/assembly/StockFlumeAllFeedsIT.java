package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both agent files of the plugin archive in a stock Flume home, with a part of the index. */
final class StockFlumeAllFeedsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;

  private StockFlumeHome home;
  private Path working;

  @BeforeEach
  void unpack() throws IOException {
    home = new StockFlumeHome(PluginHome.unpack(folder.resolve("a home")));
    working = home.plugins().folder();
    Path conf = home.plugins().conf();
    Path credentials = conf.resolve("credentials.json");
    Files.writeString(
        credentials,
        """
        {"finnhub": {"apiKey": "f1nnhub"}, "newsapi": {"apiKey": "n3wsapi"},
         "fred": {"apiKey": "abcdefghijklmnopqrstuvwxyz012345"}}
        """);
    Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
    Path index = conf.resolve("sp500.csv");
    Files.write(index, Files.readAllLines(index).subList(0, 11));
  }

  @Test
  void stockAgentsStoreEachOfTheFiveDatasets() throws Exception {
    try (StillMarket market = StillMarket.openNow()) {
      String providers = "-Dstocktrend.providers=" + market.providersFile(folder);
      collect("raw", providers, "quotes", "movements", "news");
      collect("context", providers, "macro", "policy");
    }
    Stored stored = new Stored(working.resolve("data"));
    assertEquals(Set.of(), empty(stored));
    assertEquals(List.of(), stored.quarantined());
    PartFiles news = stored.parts(Dataset.NEWS_DATA);
    assertEquals(news.rows(), news.values("sentiment_model", "sentiment_score IS NOT NULL").size());
    PartFiles movements = stored.parts(Dataset.STOCK_MOVEMENTS);
    assertEquals(10, Set.copyOf(movements.values("symbol", "sma_200 IS NOT NULL")).size());
    PartFiles policy = stored.parts(Dataset.POLICY_DATA);
    assertEquals(9, Set.copyOf(policy.values("kind")).size());
  }

  /** Runs one agent until each source has ended a round and all it emitted is stored. */
  private void collect(String name, String providers, String... sources) throws Exception {
    Stored stored = new Stored(working.resolve("data"));
    long before = stored.rows();
    Path file = Path.of("conf/" + name + ".properties");
    try (AgentProcess agent = home.start(working, name, file, providers)) {
      for (String source : sources) {
        agent.await(
            () -> agent.out().matches("(?s).*Source " + source + ": [^;]*complete; next.*"),
            "complete round of " + source,
            PATIENCE);
      }
      long emitted = emitted(agent.out());
      agent.await(() -> stored.rows() >= before + emitted, emitted + " rows", PATIENCE);
      assertEquals(before + emitted, stored.rows());
      agent.terminate();
      String out = agent.out();
      assertTrue(out.lines().noneMatch(line -> line.contains(" ERROR ")), out);
    }
  }

  private static long emitted(String out) {
    return out.lines()
        .filter(line -> line.contains(" rows emitted, "))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*: (\\d+) rows emitted.*", "$1")))
        .sum();
  }

  private static Set<Dataset> empty(Stored stored) {
    return stored.counts().entrySet().stream()
        .filter(each -> each.getValue().rows() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
