package io.stocktrend.source.provider.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinnhubQuoteProviderTest {
  private static final String CANARY = "canary-7f3a9";
  private static final String QUOTE = "/api/v1/quote";
  private static final String PROFILE = "/api/v1/stock/profile2";
  private static final String METRIC = "/api/v1/stock/metric";
  private static final String PRICE =
      "{\"c\":50.5,\"d\":1,\"dp\":2.02,\"h\":51,\"l\":48,\"o\":49,\"pc\":49.5,\"t\":1793631845}";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private ProviderServer server;
  private FinnhubQuoteProvider finnhub;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    finnhub = new FinnhubQuoteProvider(server.access("finnhub", CANARY));
  }

  @AfterEach
  void close() {
    server.close();
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
    Quote.Builder quote = found("IBM");
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
    assertEquals(17.25, found("IBM").getPeRatio());
  }

  @Test
  void aMetricThatIsNullOrZeroGivesWayToTheNextName() throws Exception {
    server
        .on(QUOTE, PRICE)
        .on(
            METRIC,
            "{\"metric\":{\"peTTM\":null,\"peInclExtraTTM\":0,"
                + "\"peExclExtraTTM\":9.5,\"marketCapitalization\":0}}");
    Quote.Builder quote = found("IBM");
    assertEquals(9.5, quote.getPeRatio());
    assertNull(quote.getMarketCap());
  }

  @Test
  void theKeyGoesIntoAHeaderAndIntoNoUrl() throws Exception {
    server.on(QUOTE, PRICE).on(PROFILE, "{}").on(METRIC, "{\"metric\":{}}");
    found("IBM");
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
    assertEquals(FailureKind.NOT_FOUND, failure("NOPE").kind());
    assertEquals(List.of(), server.requests(METRIC), "nothing more is asked about it");
  }

  @Test
  void whatTheProviderDoesNotKnowOrTellThisKeyIsUnknown() throws Exception {
    server
        .on(QUOTE, PRICE)
        .on(PROFILE, "{}")
        .on(METRIC, 403, "{\"error\":\"You don't have access to this resource.\"}");
    try (LogTape tape = new LogTape()) {
      Quote.Builder quote = found("IBM");
      assertEquals(50.5, quote.getClose());
      assertNull(quote.getCurrency());
      assertNull(quote.getPeRatio());
      assertEquals(1, tape.lines("WARN", "Without the metrics of IBM: finnhub: the key").size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile2|500|down|UNAVAILABLE|the profile of IBM: HTTP 500",
        "profile2|200|<html>maintenance</html>|MALFORMED|the profile of IBM: an answer",
        "metric|429|API limit reached. Please try again later.|RATE_LIMIT|the metrics of IBM: API",
        "metric|200|{\"metric\":|MALFORMED|the metrics of IBM: an answer",
        "metric|200|{\"symbol\":\"IBM\"}|MALFORMED|the metrics of IBM: an answer without 'metric'"
      })
  void aQuoteWhoseSecondOrThirdCallFailsIsNoAnswer(
      String path, int status, String body, FailureKind kind, String why) throws Exception {
    server.on(QUOTE, PRICE).on(PROFILE, "{}").on(METRIC, "{\"metric\":{}}");
    server.off("/api/v1/stock/" + path).on("/api/v1/stock/" + path, status, body);
    ProviderException failure = failure("IBM");
    assertEquals(kind, failure.kind());
    assertTrue(failure.getMessage().contains(why), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"error\":\"Invalid API key\"}|AUTHENTICATION",
        "403|{\"error\":\"You don't have access to this resource.\"}|AUTHENTICATION",
        "429|{\"error\":\"API limit reached. Please try again later. Remaining Limit: 0\"}|RATE_LIMIT",
        "429|API limit reached. Please try again later.|RATE_LIMIT",
        "429|API limit reached. Please sign up for a free account to go on|AUTHENTICATION",
        "429|{\"error\":\"Too many requests, please upgrade your API key\"}|RATE_LIMIT",
        "429|<html><title>Access denied</title></html>|RATE_LIMIT",
        "200|{\"error\":\"API limit reached.\"}|RATE_LIMIT",
        "200|{\"error\":\"You don't have access to this resource.\"}|AUTHENTICATION",
        "200|{\"error\":\"Something else\"}|UNAVAILABLE",
        "422|{\"error\":\"Symbol not supported\"}|NOT_FOUND",
        "500|{\"error\":\"No access to the database\"}|UNAVAILABLE",
        "502|<html>Bad gateway</html>|UNAVAILABLE",
        "200|<html>Checking your browser</html>|MALFORMED",
        "200|''|MALFORMED",
        "200|{\"c\":50.5,|MALFORMED"
      })
  void refusalsAreSortedByWhatTheyHold(int status, String body, FailureKind kind) throws Exception {
    server.on(QUOTE, status, body);
    assertEquals(kind, failure("IBM").kind());
  }

  @Test
  void aRateLimitIsWaitedForUntilTheResetThatTheAnswerNames() throws Exception {
    server.on(
        QUOTE,
        new MockResponse.Builder()
            .code(429)
            .addHeader("x-ratelimit-reset", time.instant().getEpochSecond() + 37)
            .body("{\"error\":\"API limit reached. Please try again later.\"}")
            .build());
    server.on(QUOTE, PRICE);
    assertEquals(50.5, found("IBM").getClose());
    assertEquals(List.of(Duration.ofSeconds(37)), time.waits());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -3600})
  void aResetThatIsNotAheadSaysNothingSoTheBackOffApplies(int seconds) throws Exception {
    server.on(
        QUOTE,
        new MockResponse.Builder()
            .code(429)
            .addHeader("x-ratelimit-reset", time.instant().getEpochSecond() + seconds)
            .body("{\"error\":\"API limit reached. Please try again later.\"}")
            .build());
    server.on(QUOTE, PRICE);
    assertEquals(50.5, found("IBM").getClose());
    assertEquals(List.of(Duration.ofMillis(500)), time.waits());
  }

  @Test
  void aWholePageInPlaceOfARefusalIsCutShort() throws Exception {
    server.on(QUOTE, 429, "x".repeat(100_000));
    assertTrue(failure("IBM").getMessage().length() < 400);
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
    Quotes quotes = finnhub.quotes(List.of("SAP.DE", "IBM", "ODD", "AAPL"));
    assertEquals(Set.of("IBM", "AAPL"), quotes.found().keySet());
    assertEquals(Set.of("SAP.DE", "ODD"), quotes.failed().keySet());
  }

  @Test
  void aRefusedKeyIsNotTriedWithEverySymbol() throws Exception {
    server.on(QUOTE, 401, "{\"error\":\"Invalid API key\"}");
    Quotes quotes = finnhub.quotes(List.of("A", "B", "C", "D", "E", "F", "G"));
    assertEquals(7, quotes.failed().size());
    assertEquals(3, server.requests(QUOTE).size());
  }

  @Test
  void anEchoedKeyIsInNoMessage() throws Exception {
    server.on(QUOTE, 401, "{\"error\":\"Invalid API key " + CANARY + "\"}");
    try (LogTape tape = new LogTape()) {
      assertFalse(failure("IBM").toString().contains(CANARY));
      assertFalse(tape.all().contains(CANARY));
    }
  }

  private Quote.Builder found(String symbol) throws InterruptedException {
    Quotes quotes = finnhub.quotes(List.of(symbol));
    assertEquals(Set.of(), quotes.failed().keySet());
    return quotes.found().get(symbol);
  }

  private ProviderException failure(String symbol) throws InterruptedException {
    return finnhub.quotes(List.of(symbol)).failed().get(symbol);
  }
}
