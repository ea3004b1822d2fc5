package io.stocktrend.source.provider.finnhub;

import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.CANARY;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.METRIC;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.PRICE;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.PROFILE;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.QUOTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import io.stocktrend.source.provider.Quotes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked about a symbol, and which values the answers give. */
class FinnhubQuoteProviderTest {
  @TempDir Path folder;
  private QuoteBench bench;
  private ProviderServer server;

  @BeforeEach
  void open() throws Exception {
    bench = FinnhubFixtures.bench(folder);
    server = bench.server();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyValueIsInTheUnitOfTheDataset() throws Exception {
    server
        .on(QUOTE, PRICE)
        .on(
            PROFILE,
            "{\"currency\":\"USD\",\"exchange\":\"NYSE\",\"marketCapitalization\":12345.678901}")
        .on(
            METRIC,
            """
            {"metric":{"52WeekHigh":60.5,"52WeekLow":40.5,"peTTM":21.5,"forwardPE":18.5,
             "epsTTM":2.35,"dividendIndicatedAnnual":1.1,"dividendYieldIndicatedAnnual":2.18,
             "netInterestCoverageTTM":null},"series":{},"metricType":"all","symbol":"IBM"}""");
    Quote.Builder quote = bench.found("IBM");
    assertEquals("finnhub", quote.getProvider());
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), quote.getEventTime());
    assertEquals(49.0, quote.getOpen());
    assertEquals(51.0, quote.getHigh());
    assertEquals(48.0, quote.getLow());
    assertEquals(50.5, quote.getClose());
    assertEquals(49.5, quote.getPreviousClose());
    assertNull(quote.getVolume());
    assertEquals("USD", quote.getCurrency());
    assertEquals("NYSE", quote.getExchange());
    assertEquals(12_345_678_901L, quote.getMarketCap(), "millions in the answer");
    assertEquals(21.5, quote.getPeRatio());
    assertEquals(18.5, quote.getForwardPe());
    assertEquals(2.35, quote.getEps());
    assertEquals(1.1, quote.getDividendRate());
    assertEquals(0.0218, quote.getDividendYield(), "percent in the answer");
    assertEquals(60.5, quote.getFiftyTwoWeekHigh());
    assertEquals(40.5, quote.getFiftyTwoWeekLow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peTTM",
        "peInclExtraTTM",
        "peExclExtraTTM",
        "peBasicExclExtraTTM",
        "peNormalizedAnnual"
      })
  void thePriceToEarningsRatioIsFoundUnderTheNamesOfAllYears(String name) throws Exception {
    server.on(QUOTE, PRICE).on(METRIC, "{\"metric\":{\"" + name + "\":17.25}}");
    assertEquals(17.25, bench.found("IBM").getPeRatio());
  }

  @Test
  void aMetricThatIsNullOrZeroGivesWayToTheNextName() throws Exception {
    server
        .on(QUOTE, PRICE)
        .on(
            METRIC,
            "{\"metric\":{\"peTTM\":null,\"peInclExtraTTM\":0,"
                + "\"peExclExtraTTM\":9.5,\"marketCapitalization\":0}}");
    Quote.Builder quote = bench.found("IBM");
    assertEquals(9.5, quote.getPeRatio());
    assertNull(quote.getMarketCap());
  }

  @Test
  void theKeyGoesIntoAHeaderAndIntoNoUrl() throws Exception {
    server.on(QUOTE, PRICE).on(PROFILE, "{}").on(METRIC, "{\"metric\":{}}");
    bench.found("IBM");
    assertEquals(CANARY, server.requests(METRIC).get(0).getHeaders().get("X-Finnhub-Token"));
    assertFalse(server.targets().toString().contains(CANARY));
    assertEquals("all", server.requests(METRIC).get(0).getUrl().queryParameter("metric"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}",
        "{}",
        "[]",
        "null",
        "{\"c\":5,\"t\":0}",
        "{\"c\":5,\"t\":1e18}",
        "{\"c\":\"much\",\"t\":1793631845}"
      })
  void aQuoteWithoutPriceOrTimeIsOfAnUnknownSymbol(String body) throws Exception {
    server.on(QUOTE, body);
    assertEquals(FailureKind.NOT_FOUND, bench.failure("NOPE").kind());
    assertEquals(List.of(), server.requests(METRIC), "nothing more is asked about it");
  }

  @Test
  void whatTheProviderDoesNotKnowOrTellThisKeyIsUnknown() throws Exception {
    server
        .on(QUOTE, PRICE)
        .on(PROFILE, "{}")
        .on(METRIC, 403, "{\"error\":\"You don't have access to this resource.\"}");
    try (LogTape tape = new LogTape()) {
      Quote.Builder quote = bench.found("IBM");
      assertEquals(50.5, quote.getClose());
      assertNull(quote.getCurrency());
      assertNull(quote.getPeRatio());
      assertEquals(1, tape.lines("WARN", "Without the metrics of IBM: finnhub: the key").size());
    }
  }

  @Test
  void oneSymbolsFailureCostsNoOtherSymbol() throws Exception {
    server
        .on(
            QUOTE + "?symbol=SAP.DE",
            403,
            "{\"error\":\"You don't have access to this resource.\"}")
        .on(QUOTE + "?symbol=ODD", "{\"c\":")
        .on(QUOTE, PRICE);
    Quotes quotes = bench.quotes("SAP.DE", "IBM", "ODD", "AAPL");
    assertEquals(Set.of("IBM", "AAPL"), quotes.found().keySet());
    assertEquals(Set.of("SAP.DE", "ODD"), quotes.failed().keySet());
  }
}
