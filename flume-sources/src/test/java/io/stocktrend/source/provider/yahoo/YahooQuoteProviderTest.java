package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
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

class YahooQuoteProviderTest {
  private static final String QUOTE = "/v7/finance/quote";
  private static final String SUMMARY = "/v10/finance/quoteSummary/";
  private static final String CHART = "/v8/finance/chart/";

  @TempDir Path folder;
  private QuoteBench bench;
  private ProviderServer server;

  @BeforeEach
  void open() throws Exception {
    bench = YahooFixtures.bench(folder);
    server = bench.server();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyValueIsInTheUnitOfTheDataset() throws Exception {
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    Quote.Builder quote = bench.found("AAPL");
    assertEquals("yahoo", quote.getProvider());
    assertEquals("AAPL", quote.getSymbol());
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), quote.getEventTime());
    assertEquals("USD", quote.getCurrency());
    assertEquals("NasdaqGS", quote.getExchange());
    assertEquals("REGULAR", quote.getMarketState());
    assertEquals(100.5, quote.getOpen());
    assertEquals(104.25, quote.getHigh());
    assertEquals(99.75, quote.getLow());
    assertEquals(103.0, quote.getClose());
    assertEquals(101.5, quote.getPreviousClose());
    assertEquals(1_234_567L, quote.getVolume());
    assertEquals(987_654_321_000L, quote.getMarketCap());
    assertEquals(25.5, quote.getPeRatio());
    assertEquals(22.25, quote.getForwardPe());
    assertEquals(4.04, quote.getEps());
    assertEquals(1.2, quote.getDividendRate());
    assertEquals(0.0117, quote.getDividendYield(), "percent in this answer");
    assertEquals(120.5, quote.getFiftyTwoWeekHigh());
    assertEquals(80.25, quote.getFiftyTwoWeekLow());
  }

  @Test
  void manySymbolsAreAskedForInOneCallAndMatchedBySymbol() throws Exception {
    server.on(
        QUOTE,
        YahooFixtures.quotes(
            YahooFixtures.whole("BRK-B"), "null", "7", YahooFixtures.whole("AAPL")));
    Quotes quotes = bench.quotes("AAPL", "GONE", "BRK.B");
    assertEquals(
        "AAPL,GONE,BRK-B", server.requests(QUOTE).get(0).getUrl().queryParameter("symbols"));
    assertEquals("BRK.B", quotes.found().get("BRK.B").getSymbol());
    assertEquals(Set.of("AAPL", "BRK.B"), quotes.found().keySet());
    assertEquals(Set.of(), quotes.failed().keySet(), "a dropped symbol is simply unknown");
  }

  @Test
  void aSparseObjectIsCompletedFromTheSummary() throws Exception {
    server
        .on(
            QUOTE,
            YahooFixtures.quotes(
                "{\"symbol\":\"BRK-B\",\"regularMarketPrice\":50,\"regularMarketTime\":1793631845}"))
        .on(
            SUMMARY + "BRK-B",
            YahooFixtures.summary(
                """
                "price":{"currency":"USD","exchangeName":"NYSE","marketState":"CLOSED",
                  "regularMarketOpen":{"raw":49.5,"fmt":"49.50"},"regularMarketDayHigh":51,
                  "regularMarketDayLow":49,"regularMarketPreviousClose":48.5,
                  "regularMarketPrice":999,"regularMarketTime":1,
                  "regularMarketVolume":{"raw":77,"fmt":"77","longFmt":"77"},
                  "marketCap":{"raw":5000,"fmt":"5k"}},
                "summaryDetail":{"trailingPE":"Infinity","forwardPE":{"raw":9.5},
                  "dividendRate":{},"dividendYield":{"raw":0.0123,"fmt":"1.23%"},
                  "fiftyTwoWeekHigh":60,"fiftyTwoWeekLow":40},
                "defaultKeyStatistics":{"trailingEps":{"raw":-2.5}}"""));
    Quote.Builder quote = bench.found("BRK.B");
    assertEquals(50.0, quote.getClose(), "what the quote says is kept");
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), quote.getEventTime());
    assertEquals(49.5, quote.getOpen());
    assertEquals(77L, quote.getVolume());
    assertEquals(5000L, quote.getMarketCap());
    assertNull(quote.getPeRatio());
    assertEquals(9.5, quote.getForwardPe());
    assertEquals(-2.5, quote.getEps());
    assertNull(quote.getDividendRate());
    assertEquals(0.0123, quote.getDividendYield(), "a fraction in this answer");
    assertEquals(60.0, quote.getFiftyTwoWeekHigh());
    assertEquals(List.of(), server.requests(CHART + "BRK-B"), "nothing of a chart is missing");
    var asked = server.requests(SUMMARY + "BRK-B").get(0).getUrl();
    assertEquals("price,summaryDetail,defaultKeyStatistics", asked.queryParameter("modules"));
    assertEquals("cRu/mb.11", asked.queryParameter("crumb"));
  }

  @Test
  void whatTheSummaryDoesNotKnowEitherComesFromTheChart() throws Exception {
    server
        .on(QUOTE, YahooFixtures.quotes("{\"symbol\":\"AAPL\",\"marketState\":\"PRE\"}"))
        .on(SUMMARY + "AAPL", 404, YahooFixtures.error("quoteSummary", "Not Found"))
        .on(
            CHART + "AAPL",
            YahooFixtures.chart(
                """
                {"meta":{"currency":"USD","fullExchangeName":"NasdaqGS","regularMarketPrice":70.5,
                  "regularMarketTime":1793631845,"regularMarketDayHigh":71,
                  "regularMarketDayLow":69,"previousClose":68,"regularMarketVolume":9,
                  "fiftyTwoWeekHigh":90,"fiftyTwoWeekLow":0},
                 "indicators":{"quote":[{"open":[69.5]}]}}"""));
    Quote.Builder quote = bench.found("AAPL");
    assertEquals(70.5, quote.getClose());
    assertEquals(69.5, quote.getOpen());
    assertEquals(68.0, quote.getPreviousClose());
    assertEquals("PRE", quote.getMarketState());
    assertEquals(90.0, quote.getFiftyTwoWeekHigh());
    assertNull(quote.getFiftyTwoWeekLow(), "zero is unknown");
    assertNull(quote.getMarketCap());
    assertNull(server.requests(CHART + "AAPL").get(0).getUrl().queryParameter("crumb"));
  }

  @Test
  void aQuoteWhoseSummaryFailsIsNoAnswerUnlessNothingIsMissing() throws Exception {
    server
        .on(
            QUOTE,
            YahooFixtures.quotes(
                YahooFixtures.whole("AAPL").replace("regularMarketOpen", "unknown"),
                YahooFixtures.whole("AMZN").replace("trailingPE", "unknown"),
                YahooFixtures.whole("MSFT")))
        .on(SUMMARY + "AAPL", 500, "down")
        .on(SUMMARY + "AMZN", 500, "down")
        .on(
            CHART + "AAPL",
            YahooFixtures.chart("{\"indicators\":{\"quote\":[{\"open\":[69.5]}]}}"));
    Quotes quotes = bench.quotes("AAPL", "AMZN", "MSFT");
    assertEquals(Set.of("AAPL", "MSFT"), quotes.found().keySet());
    assertEquals(69.5, quotes.found().get("AAPL").getOpen());
    assertEquals(FailureKind.UNAVAILABLE, quotes.failed().get("AMZN").kind());
  }

  @Test
  void aQuoteWhoseChartFailsIsNoAnswer() throws Exception {
    String quote = YahooFixtures.whole("AAPL").replace("regularMarketOpen", "unknown");
    server
        .on(QUOTE, YahooFixtures.quotes(quote))
        .on(SUMMARY + "AAPL", YahooFixtures.summary(""))
        .on(CHART + "AAPL", "{\"chart\":");
    assertEquals(FailureKind.MALFORMED, bench.failure("AAPL").kind());
  }

  @Test
  void aSymbolWithoutAPriceCostsNoOtherSymbol() throws Exception {
    server.on(
        QUOTE,
        YahooFixtures.quotes(
            "{\"symbol\":\"OLD\",\"quoteType\":\"NONE\"}", YahooFixtures.whole("AAPL")));
    Quotes quotes = bench.quotes("OLD", "AAPL");
    assertEquals(Set.of("AAPL"), quotes.found().keySet());
    assertEquals(FailureKind.NOT_FOUND, quotes.failed().get("OLD").kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"regularMarketTime\":1e18,\"regularMarketPrice\":5",
        "\"regularMarketTime\":\"today\",\"regularMarketPrice\":5",
        "\"regularMarketTime\":1793631845,\"regularMarketPrice\":\"Infinity\"",
        "\"regularMarketTime\":1793631845,\"regularMarketPrice\":[5]",
        "\"regularMarketTime\":1793631845,\"regularMarketPrice\":-5",
        "\"regularMarketTime\":{},\"regularMarketPrice\":{\"raw\":{}}"
      })
  void wrongTypesInOneObjectCostOnlyItsSymbol(String members) throws Exception {
    server.on(
        QUOTE,
        YahooFixtures.quotes("{\"symbol\":\"ODD\"," + members + "}", YahooFixtures.whole("AAPL")));
    Quotes quotes = bench.quotes("ODD", "AAPL");
    assertEquals(Set.of("AAPL"), quotes.found().keySet());
    assertEquals(Set.of("ODD"), quotes.failed().keySet());
  }

  @Test
  void wrongTypesOfOtherColumnsLeaveThemUnknown() throws Exception {
    server.on(
        QUOTE,
        YahooFixtures.quotes(
            """
            {"symbol":"AAPL","regularMarketPrice":"103.5","regularMarketTime":"1793631845",
             "currency":{},"marketCap":"1e999999999","trailingPE":"None","forwardPE":Infinity,
             "regularMarketVolume":"12","dividendYield":[],"fiftyTwoWeekLow":null}"""));
    Quote.Builder quote = bench.found("AAPL");
    assertEquals(103.5, quote.getClose());
    assertEquals(12L, quote.getVolume());
    assertNull(quote.getCurrency());
    assertNull(quote.getMarketCap());
    assertNull(quote.getForwardPe());
    assertNull(quote.getDividendYield());
  }
}
