package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class YahooAnswersTest {
  private static final String QUOTE = "/v7/finance/quote";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE html><html><body>Oops</body></html>",
        "{\"quoteResponse\":{\"result\":[{\"symbol\"",
        "{\"quoteResponse\":{\"result\":{}}}",
        "{\"quoteResponse\":{\"result\":null,\"error\":null}}",
        "{\"quoteResponse\":[]}",
        "[]",
        "null",
        "{}",
        "{\"finance\":{\"result\":[]}}"
      })
  void anAnswerWithoutThePayloadIsMalformedWhateverItsStatus(String body) throws Exception {
    server.on(QUOTE, body);
    assertEquals(FailureKind.MALFORMED, failure("AAPL"));
  }

  @Test
  void refusalsAreSortedByWhatTheyHold() throws Exception {
    server.on(QUOTE, "Too Many Requests\r\n");
    assertEquals(FailureKind.RATE_LIMIT, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, error("quoteResponse", "internal-error"));
    assertEquals(FailureKind.UNAVAILABLE, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, error("finance", "Unauthorized"));
    assertEquals(FailureKind.AUTHENTICATION, failure("AAPL"), "200 that means no");
    server.off(QUOTE).on(QUOTE, 404, error("quoteResponse", "Not Found"));
    assertEquals(FailureKind.NOT_FOUND, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, 400, error("finance", "Invalid Cookie"));
    assertEquals(FailureKind.AUTHENTICATION, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, "{\"finance\":{\"error\":\"Unauthorized\"}}");
    assertEquals(FailureKind.AUTHENTICATION, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, 999, "Unable to process request at this time");
    assertEquals(FailureKind.UNAVAILABLE, failure("AAPL"));
    server.off(QUOTE).on(QUOTE, 502, "<html>Bad gateway</html>");
    assertEquals(FailureKind.UNAVAILABLE, failure("AAPL"));
  }

  @Test
  void aByteOrderMarkBeforeTheAnswerIsOverlooked() throws Exception {
    server.on(QUOTE, "\uFEFF" + YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    assertEquals(103.0, found("AAPL").getClose());
  }

  private static String error(String wrapper, String code) {
    return "{\""
        + wrapper
        + "\":{\"result\":null,\"error\":{\"code\":\""
        + code
        + "\",\"description\":\"why\"}}}";
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
