package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.market.Quote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a provider's answer to a row that is asked for: the distribution as it is shipped. */
final class FinancialPipelineIT {
  private static final double EXACT = 1e-9;

  @TempDir Path folder;

  @AutoClose private StillMarket market;
  private RawAgent agent;

  @BeforeEach
  void openTheMarket() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder, "finnhub.maxAttempts = 1"));
  }

  @Test
  void sevenQuotesLandOnceAndAreAskedForWithTheirFigures() throws Exception {
    agent.with("raw.sources.quotes.schedule = 0 0 1 1 *");
    agent.runUntilRows(7);
    int asked = market.simulator().requests().size();
    try (AgentProcess second = agent.start()) {
      second.awaitOutput("Source quotes is due next at");
      second.awaitOutput("Agent raw runs");
      second.terminate();
    }
    assertEquals(asked, market.simulator().requests().size(), "a round that was not due");
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
    assertEquals(List.of("ZSTD"), agent.parts().compressions());
    JsonNode quotes = query();
    assertEquals(7, quotes.size());
    quotes.forEach(this::isWhatTheMarketSays);
  }

  @Test
  void aSecondStartEmitsOnlyWhatTheFirstCouldNotGet() throws Exception {
    agent.withoutDelay().withKeys("f1nnhub", "");
    market.simulator().inject(Fault.on("yahoo.quote", FaultKind.EMPTY).forSymbol("TSLA"));
    market.simulator().inject(Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 500));
    String first = agent.runUntilRows(6);
    assertTrue(first.contains("6 rows emitted, 0 unchanged, some still to be asked for"), first);
    market.simulator().clearFaults();
    String second = agent.runUntilRows(7);
    assertTrue(second.contains("1 rows emitted, 6 unchanged, complete"), second);
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
  }

  @Test
  void aSymbolThatYahooDropsComesFromFinnhub() throws Exception {
    agent.withoutDelay().withKeys("f1nnhub", "4lpha");
    market.simulator().inject(Fault.on("yahoo.quote", FaultKind.EMPTY).forSymbol("TSLA"));
    String out = agent.runUntilRows(7);
    assertFalse(out.contains("leaves providers out"), out);
    servedBy("yahoo", "yahoo", "yahoo", "yahoo", "yahoo", "yahoo", "finnhub");
    assertEquals(0, market.asked("alphavantage"));
  }

  @Test
  void whenYahooIsDownTheProvidersWithKeysServe() throws Exception {
    agent.withoutDelay().withKeys("f1nnhub", "4lpha");
    market.simulator().inject(Fault.on("yahoo.*", FaultKind.STATUS).with("status", 403));
    market.simulator().inject(Fault.on("finnhub.*", FaultKind.EMPTY).forSymbol("NVDA"));
    agent.runUntilRows(7);
    servedBy("finnhub", "finnhub", "finnhub", "finnhub", "finnhub", "alphavantage", "finnhub");
    assertTrue(market.asked("yahoo") <= 4, "no storm at one that refuses");
    query().forEach(this::isWhatTheMarketSays);
  }

  /** In the order of {@link StillMarket#SYMBOLS}. */
  private void servedBy(String... providers) throws Exception {
    assertEquals(StillMarket.SYMBOLS, agent.parts().values("symbol"));
    assertEquals(
        List.of(providers),
        agent.parts().values("symbol || ' ' || provider").stream()
            .map(value -> value.substring(value.indexOf(' ') + 1))
            .toList());
  }

  private JsonNode query() throws Exception {
    DistributionHome home = DistributionHome.built();
    String data = agent.data().toString();
    try (AgentProcess client =
        home.stocktrend(folder, "query", "financial_data", "--format", "json", "--data", data)) {
      assertEquals(0, client.awaitExit(), client.err());
      return new ObjectMapper().readTree(client.out());
    }
  }

  /** Providers round: the figures agree to the last digit that all of them give. */
  private void isWhatTheMarketSays(JsonNode row) {
    String symbol = row.path("symbol").asText();
    Quote expected = market.quote(symbol);
    assertEquals(expected.price(), row.path("close").asDouble(), EXACT, symbol);
    assertEquals(expected.year().low(), row.path("fifty_two_week_low").asDouble(), EXACT, symbol);
    assertEquals(expected.year().high(), row.path("fifty_two_week_high").asDouble(), EXACT, symbol);
    near((double) expected.marketCap(), row.path("market_cap").asDouble(), symbol);
    near(expected.trailingPe(), row.path("pe_ratio").asDouble(), symbol);
  }

  private static void near(double expected, double found, String symbol) {
    assertEquals(expected, found, Math.abs(expected) * 1e-4, symbol);
  }
}
