package io.stocktrend.source.provider.alphavantage;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaVantageQuoteProviderTest {
  private static final String CANARY = "CANARY7F3A9";
  private static final String PRICE = "/query?function=GLOBAL_QUOTE";
  private static final String OVERVIEW = "/query?function=OVERVIEW";
  private static final String REST =
      """
      {"Symbol":"IBM","Exchange":"NYSE","Currency":"USD","MarketCapitalization":"456789000",
       "PERatio":"15.5","ForwardPE":"-","EPS":"3.25","DividendPerShare":"1.5",
       "DividendYield":"0.0296","52WeekHigh":"62.5","52WeekLow":"41.25",
       "DividendDate":"None"}""";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private ProviderServer server;
  private AlphaVantageQuoteProvider alphaVantage;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    alphaVantage = new AlphaVantageQuoteProvider(server.access("alphavantage", CANARY));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyValueIsInTheUnitOfTheDataset() throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, REST);
    Quote.Builder quote = found("IBM");
    assertEquals("alphavantage", quote.getProvider());
    assertEquals(49.25, quote.getOpen());
    assertEquals(51.5, quote.getHigh());
    assertEquals(48.75, quote.getLow());
    assertEquals(50.75, quote.getClose());
    assertEquals(49.5, quote.getPreviousClose());
    assertEquals(345_678L, quote.getVolume());
    assertEquals("USD", quote.getCurrency());
    assertEquals("NYSE", quote.getExchange());
    assertEquals(456_789_000L, quote.getMarketCap());
    assertEquals(15.5, quote.getPeRatio());
    assertNull(quote.getForwardPe());
    assertEquals(3.25, quote.getEps());
    assertEquals(1.5, quote.getDividendRate());
    assertEquals(0.0296, quote.getDividendYield(), "a fraction in the answer");
    assertEquals(62.5, quote.getFiftyTwoWeekHigh());
    assertEquals(41.25, quote.getFiftyTwoWeekLow());
  }

  @ParameterizedTest
  @CsvSource({
    // New York is at UTC-5 from 1 November 2026 on, at UTC-4 before.
    "2026-10-30,2026-11-02T15:05:00Z,2026-10-30T20:00:00Z",
    "2026-11-02,2026-11-02T15:05:00Z,2026-11-02T15:05:00Z",
    "2026-11-02,2026-11-02T21:00:00Z,2026-11-02T21:00:00Z",
    "2026-11-02,2026-11-03T09:00:00Z,2026-11-02T21:00:00Z"
  })
  void theTimeIsTheClosesOrNowWhileTheSessionRuns(String day, String now, String eventTime)
      throws Exception {
    time.set(now);
    server.on(PRICE, price(day)).on(OVERVIEW, REST);
    assertEquals(Instant.parse(eventTime), found("IBM").getEventTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "2026-13-45", "yesterday"})
  void aQuoteWithoutItsDayIsRefused(String day) throws Exception {
    server.on(PRICE, price(day)).on(OVERVIEW, REST);
    assertEquals(FailureKind.NOT_FOUND, failure("IBM").kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Global Quote\":{}}",
        "{\"Global Quote\":null}",
        "{\"Global Quote\":[]}",
        "{\"Global Quote\":\"none\"}",
        "{\"Global Quote\":{\"05. price\":\"0.0000\",\"07. latest trading day\":\"2026-10-30\"}}",
        "{\"Global Quote\":{\"05. price\":{},\"07. latest trading day\":\"2026-10-30\"}}"
      })
  void anEmptyQuoteIsOfAnUnknownSymbol(String body) throws Exception {
    server.on(PRICE, body);
    assertEquals(FailureKind.NOT_FOUND, failure("NOPE").kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Information\":\"This is a premium endpoint.\"}"})
  void whatTheProviderDoesNotKnowOrTellThisKeyIsUnknown(String body) throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, body);
    Quote.Builder quote = found("IBM");
    assertEquals(50.75, quote.getClose());
    assertNull(quote.getMarketCap());
    assertNull(quote.getCurrency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Information\":\"our standard API rate limit is 25 requests per day\"}|QUOTA",
        "{\"Note\":\"Our standard API call frequency is 5 calls per minute\"}|RATE_LIMIT",
        "<html></html>|MALFORMED",
        "{\"Symbol\":\"IBM\",\"message\":\"artificial sample\"}|UNAVAILABLE"
      })
  void aQuoteWhoseOverviewFailsIsNoAnswer(String body, FailureKind kind) throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, body);
    ProviderException failure = failure("IBM");
    assertEquals(kind, failure.kind());
    assertTrue(failure.getMessage().contains("the overview of IBM: "), failure.getMessage());
  }

  @Test
  void whatTheOverviewDoesNotKnowIsUnknown() throws Exception {
    server
        .on(PRICE, price("2026-10-30"))
        .on(
            OVERVIEW,
            """
            {"Symbol":"IBM","MarketCapitalization":"0","PERatio":"None","EPS":"-",
             "DividendPerShare":".","DividendYield":"0","52WeekHigh":"0","Currency":"None"}""");
    Quote.Builder quote = found("IBM");
    assertNull(quote.getMarketCap());
    assertNull(quote.getPeRatio());
    assertNull(quote.getEps());
    assertNull(quote.getDividendRate());
    assertEquals(0.0, quote.getDividendYield());
    assertNull(quote.getFiftyTwoWeekHigh());
    assertNull(quote.getCurrency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Note|Our standard API call frequency is 5 calls per minute and 500 calls per day.|RATE_LIMIT",
        "Information|Please consider spreading out your free API requests more sparingly (1 request"
            + " per second). You may subscribe to any of the premium plans to lift the free key rate"
            + " limit (25 requests per day), raise the per-second burst limit, and instantly unlock"
            + " all premium endpoints|RATE_LIMIT",
        "Information|raise the per-second burst limit|RATE_LIMIT",
        "Information|We have detected your API key as CANARY7F3A9 and our standard API rate limit is"
            + " 25 requests per day. Please subscribe to any of the premium plans to instantly"
            + " remove all daily rate limits.|QUOTA",
        "Information|You have used your 25 requests/day.|QUOTA",
        "Information|Your quota for today is used up.|QUOTA",
        "Information|You have exceeded your rate limit.|RATE_LIMIT",
        "Information|Thank you for using Alpha Vantage! This is a premium endpoint. You may"
            + " subscribe to any of the premium plans|AUTHENTICATION",
        "Information|This is a premium endpoint. Subscribe to remove the limit of 25 requests per"
            + " day and 5 per minute|AUTHENTICATION",
        "Information|The outputsize=full value is a premium feature of this endpoint|AUTHENTICATION",
        "Information|You are not entitled to realtime data|AUTHENTICATION",
        "Information|The **demo** API key is for demo purposes only. Please claim your free API"
            + " key|AUTHENTICATION",
        "Error Message|the parameter apikey is invalid or missing. Please claim your free API key.|AUTHENTICATION",
        "Error Message|Invalid API call. Please retry or visit the documentation for GLOBAL_QUOTE.|NOT_FOUND",
        "Error Message|Invalid API call. Please retry or visit the documentation for"
            + " TIME_SERIES_DAILY.|NOT_FOUND",
        "Information|Please try TIME_SERIES_DAILY instead|UNAVAILABLE",
        "message|This is a sample of what you would get with a premium plan|AUTHENTICATION",
        "Warning|asked more than 5 times per minute|RATE_LIMIT",
        "error|25 requests per day are spent|QUOTA",
        "Information|We are upgrading our systems|UNAVAILABLE",
        "Anything|Come back later|UNAVAILABLE"
      })
  void aRefusalIsSortedByItsWordsWhateverItsMember(String member, String text, FailureKind kind)
      throws Exception {
    server.on(PRICE, "{\"" + member + "\": \"" + text + "\"}");
    assertEquals(kind, failure("IBM").kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<html>hello</html>|MALFORMED",
        "200|''|MALFORMED",
        "200|[]|MALFORMED",
        "200|{\"Global Quote\": {\"05. pr|MALFORMED",
        "200|{\"Meta Data\": {}}|MALFORMED",
        "403|{\"message\":\"Forbidden\"}|AUTHENTICATION",
        "429|{\"message\":\"Slow down\"}|RATE_LIMIT",
        "500|{\"message\":\"Internal\"}|UNAVAILABLE",
        "503|<html>down</html>|UNAVAILABLE"
      })
  void anAnswerWithoutWordsIsSortedByShapeAndStatus(int status, String body, FailureKind kind)
      throws Exception {
    server.on(PRICE, status, body);
    assertEquals(kind, failure("IBM").kind());
  }

  @Test
  void anEchoedKeyIsInNoMessage() throws Exception {
    server.on(PRICE, "{\"Information\":\"We have detected your API key as " + CANARY + ". Hm.\"}");
    try (LogTape tape = new LogTape()) {
      assertFalse(failure("IBM").toString().contains(CANARY));
      assertFalse(tape.all().contains(CANARY));
    }
    assertEquals(CANARY, server.requests("/query").get(0).getUrl().queryParameter("apikey"));
  }

  @Test
  void aSpentDayIsNotAskedForFurtherSymbols() throws Exception {
    server.on(PRICE, "{\"Information\":\"the limit is 25 requests per day\"}");
    Quotes quotes = alphaVantage.quotes(List.of("A", "B", "C"));
    assertEquals(FailureKind.QUOTA, quotes.failed().get("C").kind());
    assertEquals(1, server.requests("/query").size());
  }

  private static String price(String day) {
    return """
        {"Global Quote":{"01. symbol":"IBM","02. open":"49.2500","03. high":"51.5000",
         "04. low":"48.7500","05. price":"50.7500","06. volume":"345678",
         "07. latest trading day":"%s","08. previous close":"49.5000","09. change":"1.2500",
         "10. change percent":"2.5253%%"}}"""
        .formatted(day);
  }

  private Quote.Builder found(String symbol) throws InterruptedException {
    Quotes quotes = alphaVantage.quotes(List.of(symbol));
    assertEquals(Set.of(), quotes.failed().keySet());
    return quotes.found().get(symbol);
  }

  private ProviderException failure(String symbol) throws InterruptedException {
    return alphaVantage.quotes(List.of(symbol)).failed().get(symbol);
  }
}
