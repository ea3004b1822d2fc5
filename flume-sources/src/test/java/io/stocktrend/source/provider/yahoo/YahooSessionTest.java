package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import io.stocktrend.source.provider.Quotes;
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
  void aCookieFromTheMissingPageAndACrumbGoWithEveryQuestion() throws Exception {
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    bench.quotes("AAPL");
    bench.quotes("AAPL");
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
    assertEquals(103.0, bench.found("AAPL").getClose());
    assertEquals(2, server.requests("/cookie").size());
    assertEquals(2, server.requests("/v1/test/getcrumb").size());
  }

  @Test
  void aCrumbThatIsRefusedForGoodIsNotRenewedForEverySymbol() throws Exception {
    server
        .on(QUOTE, YahooFixtures.quotes("{\"symbol\":\"A\"}", "{\"symbol\":\"B\"}"))
        .on(SUMMARY + "A", 401, YahooFixtures.INVALID_CRUMB)
        .on(SUMMARY + "B", 401, YahooFixtures.INVALID_CRUMB);
    bench.quotes("A", "B");
    assertEquals(2, server.requests("/v1/test/getcrumb").size());
    bench.quotes("A", "B");
    assertEquals(3, server.requests("/v1/test/getcrumb").size(), "the next poll may try again");
  }

  @Test
  void aCrumbThatIsRefusedForGoodIsAnAuthenticationFailureOfEverySymbol() throws Exception {
    server.on(QUOTE, 401, YahooFixtures.INVALID_CRUMB);
    Quotes quotes = bench.quotes("AAPL", "MSFT");
    assertEquals(Set.of("AAPL", "MSFT"), quotes.failed().keySet());
    assertEquals(FailureKind.AUTHENTICATION, quotes.failed().get("MSFT").kind());
    assertEquals(2, server.requests(QUOTE).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Too Many Requests\r\n", "", "<html>hello</html>", "{\"a\":1}", "a b"})
  void whatIsNoCrumbNeverServesAsOne(String text) throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", text);
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    assertTrue(bench.quotes("AAPL").failed().containsKey("AAPL"));
    assertEquals(List.of(), server.requests(QUOTE));
  }

  @Test
  void aRefusedCrumbIsARateLimit() throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", 429, "Too Many Requests\r\n");
    assertEquals(FailureKind.RATE_LIMIT, bench.failure("AAPL").kind());
    assertEquals(List.of(), server.requests(QUOTE));
  }

  @Test
  void aCrumbMayEndWithALineBreak() throws Exception {
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", "abc.DEF\r\n");
    server.on(QUOTE, YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    bench.found("AAPL");
    assertEquals("abc.DEF", server.requests(QUOTE).get(0).getUrl().queryParameter("crumb"));
  }

  @Test
  void aMissingCookieLeavesTheDecisionToTheCrumb() throws Exception {
    server.off("/cookie").on("/cookie", 404, "no cookie today");
    server.off("/v1/test/getcrumb").on("/v1/test/getcrumb", 401, YahooFixtures.INVALID_CRUMB);
    assertEquals(FailureKind.AUTHENTICATION, bench.failure("AAPL").kind());
  }

  @Test
  void aCookiePageThatIsDownIsUnavailable() throws Exception {
    server.off("/cookie").on("/cookie", 503, "down");
    assertEquals(FailureKind.UNAVAILABLE, bench.failure("AAPL").kind());
  }

  @Test
  void neitherCrumbNorCookieIsInAFailure() throws Exception {
    server.on(
        QUOTE, 400, "{\"finance\":{\"error\":{\"code\":\"x\",\"description\":\"cRu/mb.11\"}}}");
    String message = bench.quotes("AAPL").failed().get("AAPL").getMessage();
    assertFalse(message.contains("cRu"), message);
  }
}
