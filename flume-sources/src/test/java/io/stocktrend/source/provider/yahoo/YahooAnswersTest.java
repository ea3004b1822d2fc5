package io.stocktrend.source.provider.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YahooAnswersTest {
  private static final String QUOTE = "/v7/finance/quote";

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
    assertEquals(FailureKind.MALFORMED, bench.failure("AAPL").kind());
  }

  @Test
  void refusalsAreSortedByWhatTheyHold() throws Exception {
    server.on(QUOTE, "Too Many Requests\r\n");
    assertEquals(FailureKind.RATE_LIMIT, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, YahooFixtures.error("quoteResponse", "internal-error"));
    assertEquals(FailureKind.UNAVAILABLE, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, YahooFixtures.error("finance", "Unauthorized"));
    assertEquals(FailureKind.AUTHENTICATION, bench.failure("AAPL").kind(), "200 that means no");
    server.off(QUOTE).on(QUOTE, 404, YahooFixtures.error("quoteResponse", "Not Found"));
    assertEquals(FailureKind.NOT_FOUND, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, 400, YahooFixtures.error("finance", "Invalid Cookie"));
    assertEquals(FailureKind.AUTHENTICATION, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, "{\"finance\":{\"error\":\"Unauthorized\"}}");
    assertEquals(FailureKind.AUTHENTICATION, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, 999, "Unable to process request at this time");
    assertEquals(FailureKind.UNAVAILABLE, bench.failure("AAPL").kind());
    server.off(QUOTE).on(QUOTE, 502, "<html>Bad gateway</html>");
    assertEquals(FailureKind.UNAVAILABLE, bench.failure("AAPL").kind());
  }

  @Test
  void aByteOrderMarkBeforeTheAnswerIsOverlooked() throws Exception {
    server.on(QUOTE, "\uFEFF" + YahooFixtures.quotes(YahooFixtures.whole("AAPL")));
    assertEquals(103.0, bench.found("AAPL").getClose());
  }
}
