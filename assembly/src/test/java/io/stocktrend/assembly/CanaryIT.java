package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two planted keys, providers that refuse in every way and send the keys back, and a log that
 * neither masks nor leaves out anything: the keys must be found nowhere.
 */
final class CanaryIT {
  private static final String FINNHUB = "f1nnhubc4n4ry0fth3l0gs";
  private static final String ALPHA_VANTAGE = "4lph4c4n4ry0fth3l0gs";
  private static final Canaries CANARIES = new Canaries(List.of(FINNHUB, ALPHA_VANTAGE));

  @TempDir Path folder;

  @Test
  void plantedKeysAreFoundNowhere() throws Exception {
    try (StillMarket market = StillMarket.open()) {
      RawAgent raw = new RawAgent(folder, providers(market)).withoutDelay();
      raw.withKeys(FINNHUB, ALPHA_VANTAGE)
          .with("raw.sources.quotes.providers = finnhub, alphavantage");
      script(market);
      try (AgentProcess agent = raw.start(Canaries.unmaskedLog(folder))) {
        raw.awaitRows(agent, 2);
        CANARIES.assertHiddenIn("the process", new ProcessView(agent.pid()).everything());
        agent.terminate();
        assertTrue(agent.out().contains(" DEBUG "), "the log leaves something out");
      }
      assertTheScriptHasRun(market);
      CANARIES.assertHiddenIn(
          "a row", String.join("\n", raw.parts().values("concat_ws('|', *COLUMNS(*))")));
    }
    CANARIES.assertHiddenBelow(folder);
  }

  private static Path providersOf(StillMarket market, Path folder) throws IOException {
    return market.providersFile(folder, "finnhub.maxAttempts = 2", "alphavantage.maxAttempts = 2");
  }

  private Path providers(StillMarket market) throws IOException {
    return providersOf(market, folder);
  }

  /** One way to fail for each symbol; what Finnhub refuses is asked of Alpha Vantage. */
  private static void script(StillMarket market) {
    String echo = "{\"error\": \"Invalid API key " + FINNHUB + "\"}";
    String finnhub = "finnhub.quote";
    inject(
        market, Fault.on(finnhub, FaultKind.STATUS).with("status", 401).with("body", echo), "AAPL");
    inject(
        market,
        Fault.on(finnhub, FaultKind.STATUS).with("status", 429).with("body", echo).times(1),
        "MSFT");
    inject(
        market,
        Fault.on(finnhub, FaultKind.STATUS).with("status", 500).with("body", echo),
        "GOOGL");
    inject(market, Fault.on(finnhub, FaultKind.CUT), "AMZN");
    inject(market, redirect(finnhub, market, FINNHUB), "NVDA");
    inject(market, Fault.on(finnhub, FaultKind.HTML), "META");
    inject(market, Fault.on(finnhub, FaultKind.TRUNCATED), "TSLA");
    String alpha = "alphavantage.quote";
    String note = "{\"Note\": \"Our frequency is 5 calls per minute for " + ALPHA_VANTAGE + "\"}";
    inject(
        market, Fault.on(alpha, FaultKind.STATUS).with("status", 200).with("body", note), "AAPL");
    inject(market, Fault.on(alpha, FaultKind.CUT), "GOOGL");
    inject(market, redirect(alpha, market, ALPHA_VANTAGE), "AMZN");
    inject(
        market,
        Fault.on("alphavantage.overview", FaultKind.STATUS).with("status", 500).with("body", note),
        "META");
    inject(market, Fault.on(alpha, FaultKind.INFORMATION), "TSLA");
  }

  private static Fault redirect(String route, StillMarket market, String key) {
    String elsewhere = "http://localhost:" + market.simulator().port() + "/?token=" + key;
    return Fault.on(route, FaultKind.REDIRECT).with("location", elsewhere);
  }

  private static void inject(StillMarket market, Fault fault, String symbol) {
    market.simulator().inject(fault.forSymbol(symbol));
  }

  private static void assertTheScriptHasRun(StillMarket market) {
    assertTrue(market.asked("finnhub.quote") >= 7, "every way to fail at Finnhub");
    assertTrue(market.asked("alphavantage.quote") >= 6, "every way to fail at Alpha Vantage");
    assertEquals(0, market.asked("none"), "a redirect was followed with a key");
  }
}
