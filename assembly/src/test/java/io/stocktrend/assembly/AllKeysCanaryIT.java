package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A planted key of every provider that has one, in both agents, whose bars, stories and
 * observations are refused in every way, the keys sent back.
 */
final class AllKeysCanaryIT {
  /** By the routes that are asked with them. */
  private static final Map<String, String> KEYS =
      Map.of(
          "finnhub.companyNews", "f1nnhubc4n4ry0fth3l0gs",
          "newsapi.everything", "n3wsap1c4n4ry0fth3l0gsn3wsap1c4",
          "fred.observations", "fr3dc4n4ryfr3dc4n4ryfr3dc4n4ry99",
          "alphavantage.daily", "4LPH4C4N4RY0FTH3L0GS",
          "alphavantage.economy", "4LPH4C4N4RY0FTH3L0GS");

  private static final Canaries CANARIES = new Canaries(List.copyOf(KEYS.values()));

  @TempDir Path folder;

  @Test
  void plantedKeysAreFoundNowhere() throws Exception {
    try (StillMarket market = StillMarket.openNow();
        BothAgents agents = new BothAgents(folder, providers(market))) {
      KEYS.forEach((route, key) -> script(market, route, key));
      // So that the bars are asked of the one that needs a key.
      market.simulator().inject(Fault.on("yahoo.chart", FaultKind.STATUS).with("status", 500));
      plant(agents).start(Canaries.unmaskedLog(folder));
      agents.await(() -> hasRun(market), "answers of every kind");
      agents.await(() -> agents.stored().rows() > 100, "rows");
      for (String agent : List.of("raw", "context")) {
        long pid = agents.process(agent).pid();
        CANARIES.assertHiddenIn("agent " + agent, new ProcessView(pid).everything());
      }
      agents.terminate();
      assertTrue(agents.out().contains(" DEBUG "), "the log leaves something out");
      assertEquals(0, market.asked("none"), "a redirect was followed with a key");
      assertHiddenInRows(agents.stored());
    }
    CANARIES.assertHiddenBelow(folder);
  }

  private BothAgents plant(BothAgents agents) throws IOException {
    Path universe = Files.write(folder.resolve("universe.txt"), StillMarket.SYMBOLS);
    return agents
        .withKeys(
            KEYS.get("finnhub.companyNews"),
            KEYS.get("alphavantage.daily"),
            KEYS.get("newsapi.everything"),
            KEYS.get("fred.observations"))
        .withUniverse(universe)
        .withEach("schedule = * * * * *")
        .withoutDelay();
  }

  private Path providers(StillMarket market) throws IOException {
    return market.providersFile(folder, "yahoo.maxAttempts = 1");
  }

  /** One answer of each kind after the other, then healthy ones. */
  private static void script(StillMarket market, String route, String key) {
    String echo = "{\"error\": \"Invalid API key " + key + "\", \"message\": \"" + key + "\"}";
    Fault status = Fault.on(route, FaultKind.STATUS).with("body", echo).times(1);
    String elsewhere = "http://localhost:" + market.simulator().port() + "/?token=" + key;
    // The first three are asked for again within one call, the fourth ends it.
    Stream.of(
            status.with("status", 500),
            Fault.on(route, FaultKind.CUT),
            status.with("status", 429),
            status.with("status", 200),
            Fault.on(route, FaultKind.REDIRECT).with("location", elsewhere),
            status.with("status", 400),
            status.with("status", 401),
            Fault.on(route, FaultKind.HTML),
            Fault.on(route, FaultKind.TRUNCATED),
            Fault.on(route, FaultKind.INFORMATION).after(3))
        .forEach(fault -> market.simulator().inject(fault.times(1)));
  }

  private static boolean hasRun(StillMarket market) {
    return KEYS.keySet().stream().allMatch(route -> market.asked(route) > 5);
  }

  private static void assertHiddenInRows(Stored stored) throws Exception {
    for (Dataset dataset : Dataset.values()) {
      PartFiles parts = stored.parts(dataset);
      if (parts.rows() > 0) {
        String rows = String.join("\n", parts.values("concat_ws('|', *COLUMNS(*))"));
        CANARIES.assertHiddenIn("a row of " + dataset.id(), rows);
      }
    }
  }
}
