package io.stocktrend.source.provider.alphavantage;

import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.OVERVIEW;
import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.PRICE;
import static io.stocktrend.source.provider.alphavantage.AlphaVantageFixtures.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values the answers about a symbol give, and of which time. */
class AlphaVantageQuoteProviderTest {
  private static final String REST =
      """
      {"Symbol":"IBM","Exchange":"NYSE","Currency":"USD","MarketCapitalization":"456789000",
       "PERatio":"15.5","ForwardPE":"-","EPS":"3.25","DividendPerShare":"1.5",
       "DividendYield":"0.0296","52WeekHigh":"62.5","52WeekLow":"41.25",
       "DividendDate":"None"}""";

  @TempDir Path folder;
  private QuoteBench bench;
  private ProviderServer server;

  @BeforeEach
  void open() throws Exception {
    bench = AlphaVantageFixtures.bench(folder);
    server = bench.server();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyValueIsInTheUnitOfTheDataset() throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, REST);
    Quote.Builder quote = bench.found("IBM");
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
    "2026-11-02,2026-11-03T09:00:00Z,2026-11-02T21:00:00Z",
    // The day after Thanksgiving ends at 13:00.
    "2026-11-27,2026-11-27T17:05:00Z,2026-11-27T17:05:00Z",
    "2026-11-27,2026-11-27T19:05:00Z,2026-11-27T18:00:00Z",
    // No session by the calendar.
    "2026-11-01,2026-11-02T15:05:00Z,2026-11-01T21:00:00Z"
  })
  void theTimeIsTheClosesOrNowWhileTheSessionRuns(String day, String now, String eventTime)
      throws Exception {
    bench.time().set(now);
    server.on(PRICE, price(day)).on(OVERVIEW, REST);
    assertEquals(Instant.parse(eventTime), bench.found("IBM").getEventTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "2026-13-45", "yesterday"})
  void aQuoteWithoutItsDayIsRefused(String day) throws Exception {
    server.on(PRICE, price(day)).on(OVERVIEW, REST);
    assertEquals(FailureKind.NOT_FOUND, bench.failure("IBM").kind());
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
    assertEquals(FailureKind.NOT_FOUND, bench.failure("NOPE").kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Information\":\"This is a premium endpoint.\"}"})
  void whatTheProviderDoesNotKnowOrTellThisKeyIsUnknown(String body) throws Exception {
    server.on(PRICE, price("2026-10-30")).on(OVERVIEW, body);
    Quote.Builder quote = bench.found("IBM");
    assertEquals(50.75, quote.getClose());
    assertNull(quote.getMarketCap());
    assertNull(quote.getCurrency());
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
    Quote.Builder quote = bench.found("IBM");
    assertNull(quote.getMarketCap());
    assertNull(quote.getPeRatio());
    assertNull(quote.getEps());
    assertNull(quote.getDividendRate());
    assertEquals(0.0, quote.getDividendYield());
    assertNull(quote.getFiftyTwoWeekHigh());
    assertNull(quote.getCurrency());
  }
}
