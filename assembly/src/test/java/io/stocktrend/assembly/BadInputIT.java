package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input ends with exit code 2 and one line that says what to do; nobody has been asked. */
final class BadInputIT {
  private static final int REFUSED = 2;

  @TempDir Path folder;

  @AutoClose private StillMarket market;
  private RawAgent agent;

  @BeforeEach
  void openTheMarket() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          raw.sources.quotes.apiKey.finhub = s3cr3t| apiKey.finhub is unknown      | did you mean 'apiKey.finnhub'
          raw.sinks.parquet.batchSize = 10001      | transactionCapacity 10000     | lower the one
          """)
  void aWrongLineOfTheAgentFileIsRefusedBeforeAnybodyIsAsked(
      String line, String what, String advice) throws Exception {
    agent.with(line);
    String error = refusal();
    assertTrue(error.contains(what), error);
    assertTrue(error.contains(advice), error);
    assertFalse(error.contains("s3cr3t"), error);
  }

  @Test
  void anUrlWithoutTlsIsRefusedUnlessItStaysOnThisMachine() throws Exception {
    Path providers = market.providersFile(folder, "yahoo.baseUrl=http://example.org");
    agent = new RawAgent(folder, providers);
    String error = refusal();
    assertTrue(error.contains("yahoo.baseUrl = 'http://example.org'"), error);
    assertTrue(error.contains("https"), error);
  }

  @Test
  void anUnknownSymbolCostsTheOthersNothing() throws Exception {
    agent.withoutDelay().with("raw.sources.quotes.symbols = AAPL, NOSUCH, MSFT");
    String out = agent.runUntilRows(2);
    assertTrue(out.contains("2 rows emitted, 0 unchanged, complete"), out);
    assertEquals(1, out.lines().filter(line -> line.contains("No quote of NOSUCH")).count(), out);
  }

  private String refusal() throws Exception {
    try (AgentProcess refused = agent.start()) {
      assertEquals(REFUSED, refused.awaitExit(), refused.err());
      assertEquals(1, refused.err().lines().count(), refused.err());
      assertEquals(0, market.simulator().requests().size(), "nothing may be asked");
      return refused.err();
    }
  }
}
