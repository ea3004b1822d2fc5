package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of status, transport and framing, as a client meets them. */
class FaultWireTest {

  private static final String QUOTE = "/finnhub/api/v1/quote?symbol=AAPL&token=SECRET7";
  private static final String OVERVIEW =
      "/alphavantage/query?function=OVERVIEW&symbol=AAPL&apikey=SECRET7";
  private static final String CHART = "/yahoo/v8/finance/chart/AAPL?interval=1d&range=5d";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void invalidCrumbIsRefusedOnceAndThenAccepted() {
    inject(Fault.on("yahoo.quote", FaultKind.INVALID_CRUMB).times(1));
    HttpResponse<String> refused = probe.withCrumb("/yahoo/v7/finance/quote?symbols=AAPL");
    assertEquals(401, refused.statusCode());
    assertEquals(
        "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":"
            + "\"Invalid Crumb. For Developers - https://bit.ly/yahoo-finance-api-feedback\"}}}",
        refused.body());
    assertEquals("AAPL", probe.quote("AAPL").path("symbol").asText());
  }

  @Test
  void crumb429IsPlainTextWithALineEnd() {
    inject(Fault.on("yahoo.crumb", FaultKind.CRUMB_429));
    HttpResponse<String> refused = probe.get("/yahoo/v1/test/getcrumb");
    assertEquals(429, refused.statusCode());
    assertEquals("Too Many Requests\r\n", refused.body());
  }

  @Test
  void statusHasItsBodyAndRetryAfter() {
    Fault fault = Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 429);
    inject(fault.with("body", "{\"error\":\"limit\"}").with("retryAfter", "17"));
    HttpResponse<String> answer = probe.get(QUOTE);
    assertEquals(429, answer.statusCode());
    assertEquals("{\"error\":\"limit\"}", answer.body());
    assertEquals("17", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void retryAfterMayBeADate() {
    inject(
        Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 503).with("retryAfterDate", 43));
    HttpResponse<String> answer = probe.get(QUOTE);
    assertEquals(503, answer.statusCode());
    assertEquals(
        "Wed, 11 Mar 2026 15:01:00 GMT", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void aStatusWithoutRetryAfterHasNoSuchHeader() {
    inject(Fault.on("finnhub.quote", FaultKind.STATUS).with("status", 500));
    HttpResponse<String> answer = probe.get(QUOTE);
    assertEquals(500, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").isEmpty());
  }

  @Test
  void slowAnswersLateButWell() {
    inject(Fault.on("finnhub.quote", FaultKind.SLOW).with("millis", 300));
    long start = System.nanoTime();
    assertEquals(200, probe.get(QUOTE).statusCode());
    assertTrue(System.nanoTime() - start >= 300_000_000L);
  }

  @Test
  void hangNeverAnswers() {
    inject(Fault.on("finnhub.quote", FaultKind.HANG));
    HttpRequest impatient =
        HttpRequest.newBuilder(URI.create(probe.simulator.baseUrl() + QUOTE))
            .timeout(Duration.ofMillis(400))
            .build();
    Probe.NoAnswer none = assertThrows(Probe.NoAnswer.class, () -> probe.send(impatient));
    assertTrue(none.getCause() instanceof HttpTimeoutException, none.toString());
  }

  @Test
  void cutEndsTheConnectionHalfWay() {
    inject(Fault.on("alphavantage.overview", FaultKind.CUT).times(1));
    Probe.NoAnswer none = assertThrows(Probe.NoAnswer.class, () -> probe.get(OVERVIEW));
    String message = String.valueOf(none.getCause().getMessage());
    assertTrue(message.contains("received") || message.contains("EOF"), message);
    assertEquals(200, probe.get(OVERVIEW).statusCode());
  }

  @Test
  void truncatedIsWellFramedButNoJson() {
    String whole = probe.get(OVERVIEW).body();
    inject(Fault.on("alphavantage.overview", FaultKind.TRUNCATED));
    HttpResponse<String> answer = probe.get(OVERVIEW);
    assertEquals(200, answer.statusCode());
    assertEquals(whole.substring(0, whole.length() / 2), answer.body());
    assertThrows(Probe.NoJson.class, () -> Probe.parse(answer.body()));
  }

  @Test
  void htmlComesInsteadOfJson() {
    inject(Fault.on("yahoo.chart", FaultKind.HTML));
    HttpResponse<String> answer = probe.get(CHART);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().startsWith("<!DOCTYPE html>"));
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
  }

  @ParameterizedTest
  @CsvSource({
    "NOTE, Note, call frequency",
    "INFORMATION, Information, API key as SECRET7 and our standard API rate limit",
    "PREMIUM, Information, premium endpoint",
    "ERROR_MESSAGE, Error Message, Invalid API call"
  })
  void aRefusalWithStatusTwoHundredHasItsMemberOnly(FaultKind kind, String member, String text) {
    inject(Fault.on("alphavantage.*", kind));
    HttpResponse<String> answer = probe.get(OVERVIEW);
    JsonNode body = Probe.parse(answer.body());
    assertEquals(200, answer.statusCode());
    assertEquals(1, body.size());
    assertTrue(body.path(member).asText().contains(text), answer.body());
  }

  @Test
  void oversizedSendsAsMuchAsItSays() {
    inject(Fault.on("finnhub.quote", FaultKind.OVERSIZED).with("bytes", 3_000_000));
    String body = probe.get(QUOTE).body();
    assertTrue(body.length() > 3_000_000);
    assertTrue(Probe.parse(body).has("padding"));
  }

  @Test
  void redirectLeadsElsewhere() {
    inject(Fault.on("finnhub.quote", FaultKind.REDIRECT).with("location", "ftp://nowhere/x"));
    HttpResponse<String> answer = probe.get(QUOTE);
    assertEquals(302, answer.statusCode());
    assertEquals("ftp://nowhere/x", answer.headers().firstValue("Location").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {QUOTE, CHART, OVERVIEW, "/yahoo/cookie", "/nowhere"})
  void everyAnswerIsMarkedAsSynthetic(String path) {
    assertEquals("true", probe.get(path).headers().firstValue("X-Synthetic").orElse(""));
    inject(Fault.on("*", FaultKind.STATUS).with("status", 500));
    assertEquals("true", probe.get(path).headers().firstValue("X-Synthetic").orElse(""));
  }

  private void inject(Fault fault) {
    probe.simulator.inject(fault);
  }
}
