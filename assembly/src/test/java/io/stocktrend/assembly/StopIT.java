package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while a provider has taken the request and says nothing. */
final class StopIT {
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final int BY_SIGTERM = 143;

  @TempDir Path folder;

  @AutoClose private StillMarket market;

  @BeforeEach
  void openTheMarket() throws IOException {
    market = StillMarket.open();
  }

  @Test
  void anAgentOfTheDistributionStopsPromptlyAndLosesNothing() throws Exception {
    RawAgent raw = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
    raw.withKeys("f1nnhub", "");
    market.simulator().inject(Fault.on("yahoo.quote", FaultKind.EMPTY).forSymbol("TSLA"));
    market.simulator().inject(Fault.on("finnhub.quote", FaultKind.HANG));
    try (AgentProcess agent = raw.start()) {
      assertPrompt(stopWhileAsked(agent, "finnhub.quote"));
      assertEquals(0, agent.awaitExit());
      assertEquals("", agent.err());
    }
    market.simulator().clearFaults();
    raw.runUntilRows(7);
    assertEquals(new PartFiles.Count(7, 7), raw.parts().count());
  }

  @Test
  void aStockAgentStopsPromptlyAndLosesNothing() throws Exception {
    StockFlumeHome home = new StockFlumeHome(PluginHome.unpack(folder.resolve("a home")));
    market.simulator().inject(Fault.on("yahoo.quote", FaultKind.HANG));
    try (AgentProcess agent = start(home)) {
      assertPrompt(stopWhileAsked(agent, "yahoo.quote"));
      assertEquals(BY_SIGTERM, agent.awaitExit());
    }
    market.simulator().clearFaults();
    PartFiles parts = new PartFiles(home.plugins().folder().resolve("data/raw"));
    try (AgentProcess agent = start(home)) {
      agent.await(() -> parts.rows() == 7, "7 rows");
      agent.terminate();
    }
    assertEquals(new PartFiles.Count(7, 7), parts.count());
  }

  private AgentProcess start(StockFlumeHome home) throws IOException {
    String providers = "-Dstocktrend.providers=" + market.providersFile(folder);
    Path conf = home.plugins().conf();
    Path file = AgentFile.shipped(conf, "raw").only("quotes").write(folder);
    return home.start(home.plugins().folder(), "raw", file, providers);
  }

  private Duration stopWhileAsked(AgentProcess agent, String route) throws InterruptedException {
    agent.await(() -> market.asked(route) > 0, "request");
    return agent.terminate();
  }

  private static void assertPrompt(Duration stop) {
    System.out.println("SIGTERM to exit while a provider hangs: " + stop.toMillis() + " ms");
    assertTrue(stop.compareTo(PROMPT) < 0, "stopped after " + stop);
  }
}
