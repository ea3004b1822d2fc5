package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again and when, and which answer or failure is the caller's. */
class ProviderClientTest {
  @TempDir private Path folder;
  private ClientBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new ClientBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aGoodAnswerComesBackWhole() throws Exception {
    bench.willAnswer(200);
    Answer answer = bench.get();
    assertEquals(200, answer.status());
    assertEquals("status 200", answer.text());
    assertEquals("/q", bench.server.takeRequest().getUrl().encodedPath());
    assertEquals(List.of(), bench.time.waits());
  }

  @ParameterizedTest
  @CsvSource({
    "400, MALFORMED", "401, AUTHENTICATION", "402, AUTHENTICATION", "403, AUTHENTICATION",
    "404, NOT_FOUND", "410, NOT_FOUND", "426, AUTHENTICATION", "418, MALFORMED"
  })
  void whatNoRetryHelpsIsAskedOnce(int status, FailureKind kind) {
    bench.willAnswer(status, 200);
    assertEquals(kind, bench.failure().kind());
    assertEquals(1, bench.server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
  void whatMayPassIsAskedAgainAfterADoublingBackOff(int status) throws Exception {
    bench.willAnswer(status, status, status, 200);
    assertEquals(200, bench.get().status());
    assertEquals(
        List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)),
        bench.time.waits());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void noRequestIsSentThatNoAttemptAccountsFor(int status) throws Exception {
    bench.willAnswer(status, "Retry-After", "0");
    bench.willAnswer(200);
    bench.get();
    assertEquals(List.of(Duration.ofMillis(500)), bench.time.waits());
    assertEquals(2, bench.server.getRequestCount());
  }

  @Test
  void theLastAttemptsFailureIsTheCallers() {
    bench.willAnswer(500, 500, 500, 503);
    ProviderException failure = bench.failure();
    assertEquals(FailureKind.UNAVAILABLE, failure.kind());
    assertTrue(failure.getMessage().contains("503"), failure.getMessage());
    assertEquals(4, bench.server.getRequestCount());
  }

  @Test
  void retryAfterSecondsAreKeptExactly() throws Exception {
    bench.willAnswer(429, "Retry-After", "7");
    bench.willAnswer(200);
    bench.get();
    assertEquals(List.of(Duration.ofSeconds(7)), bench.time.waits());
  }

  @Test
  void aRetryAfterDateIsKeptExactly() throws Exception {
    bench.willAnswer(503, "Retry-After", "Tue, 03 Nov 2026 10:01:30 GMT");
    bench.willAnswer(200);
    bench.get();
    assertEquals(List.of(Duration.ofSeconds(90)), bench.time.waits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "soon", "-5", "Tue, 03 Nov 2026 09:00:00 GMT", "1e3"})
  void aRetryAfterThatSaysNothingLeavesTheBackOff(String value) throws Exception {
    bench.willAnswer(429, "Retry-After", value);
    bench.willAnswer(200);
    bench.get();
    assertEquals(List.of(Duration.ofMillis(500)), bench.time.waits());
  }

  @Test
  void aWaitBeyondPatienceGivesUpAndShutsTheProvider() throws Exception {
    bench.willAnswer(429, "Retry-After", "3600");
    bench.willAnswer(200);
    assertEquals(FailureKind.RATE_LIMIT, bench.failure().kind());
    ProviderException refusal = bench.failure();
    assertEquals(FailureKind.RATE_LIMIT, refusal.kind());
    assertEquals(Duration.ofHours(1), refusal.retryAfter().orElseThrow());
    assertEquals(1, bench.server.getRequestCount());
    assertEquals(List.of(), bench.time.waits());
    bench.time.pass(Duration.ofHours(1));
    assertEquals(200, bench.get().status());
  }

  @Test
  void otherCallsWaitForTheSameRetryAfter() throws Exception {
    Breaker breaker = new Breaker("acme", bench.time);
    Gate gate = new Gate(breaker, bench.budget, bench.time.timing(), Duration.ofMinutes(2));
    gate.admit();
    gate.failed(
        new ProviderException("acme", FailureKind.RATE_LIMIT, "slow", Duration.ofSeconds(60)));
    bench.time.pass(Duration.ofSeconds(10));
    gate.admit();
    assertEquals(List.of(Duration.ofSeconds(50)), bench.time.waits());
  }

  @Test
  void aPolicyMayRefuseA200() {
    bench.willAnswer(200, 200);
    AnswerPolicy policy =
        answer -> {
          throw new ProviderException("acme", FailureKind.MALFORMED, "no member 'quote'");
        };
    ProviderException failure =
        assertThrows(ProviderException.class, () -> bench.client.get(bench.url(), policy));
    assertEquals(
        "acme: the request or its answer is malformed: no member 'quote'", failure.getMessage());
    assertEquals(1, bench.server.getRequestCount());
  }

  @Test
  void aSpentQuotaShutsTheProviderUntilMidnight() throws Exception {
    bench.willAnswer(200, 200);
    AnswerPolicy policy =
        answer -> {
          throw new ProviderException("acme", FailureKind.QUOTA, "25 requests per day");
        };
    assertThrows(ProviderException.class, () -> bench.client.get(bench.url(), policy));
    ProviderException refusal = bench.failure();
    assertEquals(FailureKind.QUOTA, refusal.kind());
    assertEquals(Duration.ofHours(14), refusal.retryAfter().orElseThrow());
    assertEquals(1, bench.server.getRequestCount());
    bench.time.set("2026-11-04T00:00:00Z");
    assertEquals(200, bench.get().status());
  }

  @Test
  void anInterruptBetweenAttemptsEndsTheCall() throws Exception {
    bench.willAnswer(200);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, bench::get);
    assertEquals(0, bench.server.getRequestCount());
  }
}
