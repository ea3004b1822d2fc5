package io.stocktrend.source.provider.finnhub;

import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.CANARY;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.METRIC;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.PRICE;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.PROFILE;
import static io.stocktrend.source.provider.finnhub.FinnhubFixtures.QUOTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.QuoteBench;
import io.stocktrend.source.provider.Quotes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers that are refusals or none. */
class FinnhubRefusalsTest {
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
    ProviderException failure = bench.failure("IBM");
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
    assertEquals(kind, bench.failure("IBM").kind());
  }

  @Test
  void aRateLimitIsWaitedForUntilTheResetThatTheAnswerNames() throws Exception {
    server.on(
        QUOTE,
        new MockResponse.Builder()
            .code(429)
            .addHeader("x-ratelimit-reset", bench.time().instant().getEpochSecond() + 37)
            .body("{\"error\":\"API limit reached. Please try again later.\"}")
            .build());
    server.on(QUOTE, PRICE);
    assertEquals(50.5, bench.found("IBM").getClose());
    assertEquals(List.of(Duration.ofSeconds(37)), bench.time().waits());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -3600})
  void aResetThatIsNotAheadSaysNothingSoTheBackOffApplies(int seconds) throws Exception {
    server.on(
        QUOTE,
        new MockResponse.Builder()
            .code(429)
            .addHeader("x-ratelimit-reset", bench.time().instant().getEpochSecond() + seconds)
            .body("{\"error\":\"API limit reached. Please try again later.\"}")
            .build());
    server.on(QUOTE, PRICE);
    assertEquals(50.5, bench.found("IBM").getClose());
    assertEquals(List.of(Duration.ofMillis(500)), bench.time().waits());
  }

  @Test
  void aWholePageInPlaceOfARefusalIsCutShort() throws Exception {
    server.on(QUOTE, 429, "x".repeat(100_000));
    assertTrue(bench.failure("IBM").getMessage().length() < 400);
  }

  @Test
  void aRefusedKeyIsNotTriedWithEverySymbol() throws Exception {
    server.on(QUOTE, 401, "{\"error\":\"Invalid API key\"}");
    Quotes quotes = bench.quotes("A", "B", "C", "D", "E", "F", "G");
    assertEquals(7, quotes.failed().size());
    assertEquals(3, server.requests(QUOTE).size());
  }

  @Test
  void anEchoedKeyIsInNoMessage() throws Exception {
    server.on(QUOTE, 401, "{\"error\":\"Invalid API key " + CANARY + "\"}");
    try (LogTape tape = new LogTape()) {
      assertFalse(bench.failure("IBM").toString().contains(CANARY));
      assertFalse(tape.all().contains(CANARY));
    }
  }
}
