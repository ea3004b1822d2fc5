package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.Quotes;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YahooSessionTest {
  private static final String QUOTE = "/v7/finance/quote";
  private static final String SUMMARY = "/v10/finance/quoteSummary/";

  @TempDir Path folder;
  private ProviderServer server;
  private YahooQuoteProvider yahoo;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, new SteppedTime("2026-11-02T15:05:00Z"));
    server.withCrumb("cRu/mb.11");
    yahoo = new YahooQuoteProvider(server.access("yahoo", ""));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCookieFromTheMissingPageAndACrumbGoWithEveryQuestion() throws Exception {
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    yahoo.quotes(List.of("AAPL"));
    yahoo.quotes(List.of("AAPL"));
    assertEquals(1, server.requests("/cookie").size());
    var crumb = server.requests("/v1/test/getcrumb");
    assertEquals(1, crumb.size());
    assertEquals("A3=d=made-up; A1=also-made-up", crumb.get(0).getHeaders().get("Cookie"));
    var asked = server.requests(QUOTE);
    assertEquals(2, asked.size());
    assertEquals("A3=d=made-up; A1=also-made-up", asked.get(1).getHeaders().get("Cookie"));
    assertTrue(asked.get(1).getTarget().endsWith("crumb=cRu%2Fmb.11"), asked.get(1).getTarget());
    assertEquals("cRu/mb.11", asked.get(1).getUrl().queryParameter("crumb"));
  }

  @Test
  void aRefusedCrumbIsRenewedOnce() throws Exception {
    server
        .on(QUOTE, 401, YahooFixtures.INVALID_CRUMB)
        .on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    assertEquals(103.0, found("AAPL").getClose());
    assertEquals(2, server.requests("/cookie").size());
    assertEquals(2, server.requests("/v1/test/getcrumb").size());
  }

  @Test
  void aCrumbThatIsRefusedForGoodIsNotRenewedForEverySymbol() throws Exception {
    server
        .on(QUOTE, YahooFixtures.quotes("{\"symbol\":\"A\"}", "{\"symbol\":\"B\"}"))
        .on(SUMMARY + "A", 401, YahooFixtures.INVALID_CRUMB)
        .on(SUMMARY + "B", 401, YahooFixtures.INVALID_CRUMB);
    yahoo.quotes(List.of("A", "B"));
    assertEquals(2, server.requests("/v1/test/getcrumb").size());
    yahoo.quotes(List.of("A", "B"));
    assertEquals(3, server.requests("/v1/test/getcrumb").size(), "the next poll may try again");
  }

  @Test
  void aCrumbThatIsRefusedForGoodIsAnAuthenticationFailureOfEverySymbol() throws Exception {
    server.on(QUOTE, 401, YahooFixtures.INVALID_CRUMB);
    Quotes quotes = yahoo.quotes(List.of("AAPL", "MSFT"));
    assertEquals(Set.of("AAPL", "MSFT"), quotes.failed().keySet());
    assertEquals(FailureKind.AUTHENTICATION, quotes.failed().get("MSFT").kind());
    assertEquals(2, server.requests(QUOTE).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Too Many Requests\r\n", "", "<html>hello</html>", "{\"a\":1}", "a b"})
  void whatIsNoCrumbNeverServesAsOne(String text) throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", text);
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    assertTrue(yahoo.quotes(List.of("AAPL")).failed().containsKey("AAPL"));
    assertEquals(List.of(), server.requests(QUOTE));
  }

  @Test
  void aRefusedCrumbIsARateLimit() throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", 429, "Too Many Requests\r\n");
    assertEquals(FailureKind.RATE_LIMIT, failure("AAPL"));
    assertEquals(List.of(), server.requests(QUOTE));
  }

  @Test
  void aCrumbMayEndWithALineBreak() throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", "abc.DEF\r\n");
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    found("AAPL");
    assertEquals("abc.DEF", server.requests(QUOTE).get(0).getUrl().queryParameter("crumb"));
  }

  @Test
  void aMissingCookieLeavesTheDecisionToTheCrumb() throws Exception {
    server.off("/cookie").on("/cookie", 404, "no cookie today");
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", 401, YahooFixtures.INVALID_CRUMB);
    assertEquals(FailureKind.AUTHENTICATION, failure("AAPL"));
  }

  @Test
  void aCookiePageThatIsDownIsUnavailable() throws Exception {
    server.off("/cookie").on("/cookie", 503, "down");
    assertEquals(FailureKind.UNAVAILABLE, failure("AAPL"));
  }

  @Test
  void neitherCrumbNorCookieIsInAFailure() throws Exception {
    server.on(
        QUOTE, 400, "{\"finance\":{\"error\":{\"code\":\"x\",\"description\":\"cRu/mb.11\"}}}");
    String message = yahoo.quotes(List.of("AAPL")).failed().get("AAPL").getMessage();
    assertFalse(message.contains("cRu"), message);
  }

  private Quote.Builder found(String symbol) throws InterruptedException {
    Quotes quotes = yahoo.quotes(List.of(symbol));
    assertEquals(Set.of(), quotes.failed().keySet());
    return quotes.found().get(symbol);
  }

  private FailureKind failure(String symbol) throws InterruptedException {
    return yahoo.quotes(List.of(symbol)).failed().get(symbol).kind();
  }
}
