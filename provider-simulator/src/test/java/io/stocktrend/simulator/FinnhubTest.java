package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FinnhubTest {

  private static final String ROOT = "/finnhub/api/v1";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void aQuoteHasEightNumbers() {
    JsonNode quote = probe.json(ROOT + "/quote?symbol=AAPL&token=k");
    for (String name : new String[] {"c", "d", "dp", "h", "l", "o", "pc", "t"}) {
      assertTrue(quote.path(name).isNumber(), name);
    }
    assertEquals(8, quote.size());
    assertEquals(Probe.OPEN.getEpochSecond(), quote.path("t").asLong());
    assertEquals(
        quote.path("c").asDouble() - quote.path("pc").asDouble(),
        quote.path("d").asDouble(),
        0.006);
  }

  @Test
  void aProfileCountsInMillions() {
    JsonNode profile = probe.json(ROOT + "/stock/profile2?symbol=AAPL&token=k");
    JsonNode quote = probe.json(ROOT + "/quote?symbol=AAPL&token=k");
    double cap = profile.path("shareOutstanding").asDouble() * quote.path("c").asDouble();
    assertEquals(14_900, profile.path("shareOutstanding").asDouble());
    assertEquals(cap, profile.path("marketCapitalization").asDouble(), 0.001);
    assertEquals("Apple Inc. (synthetic)", profile.path("name").asText());
  }

  @Test
  void metricsAreAFlatMapInPercent() {
    JsonNode answer = probe.json(ROOT + "/stock/metric?metric=all&symbol=AAPL&token=k");
    double price = probe.json(ROOT + "/quote?symbol=AAPL&token=k").path("c").asDouble();
    JsonNode metric = answer.path("metric");
    assertEquals(104 / price, metric.path("dividendYieldIndicatedAnnual").asDouble(), 0.0001);
    assertTrue(metric.path("52WeekHighDate").asText().matches("20\\d\\d-\\d\\d-\\d\\d"));
    assertTrue(metric.has("currentEv/freeCashFlowTTM"));
    assertEquals("all", answer.path("metricType").asText());
  }

  @Test
  void aKeyInTheHeaderIsAsGoodAsOneInTheQuery() {
    String path = ROOT + "/quote?symbol=AAPL";
    assertEquals(200, probe.get(path, "X-Finnhub-Token", "k").statusCode());
    assertEquals(401, probe.get(path, "X-Finnhub-Token", "invalid").statusCode());
  }

  @Test
  void aMissingKeyLooksLikeARateLimit() {
    HttpResponse<String> refused = probe.get(ROOT + "/quote?symbol=AAPL&token=");
    assertEquals(429, refused.statusCode());
    assertTrue(refused.body().startsWith("API limit reached. Please sign up"), refused.body());
  }

  @Test
  void anInvalidKeyIsRefusedWithoutRateHeaders() {
    HttpResponse<String> refused = probe.get(ROOT + "/quote?symbol=AAPL&token=invalid");
    assertEquals(401, refused.statusCode());
    assertEquals("{\"error\":\"Invalid API key\"}", refused.body());
    assertTrue(refused.headers().firstValue("x-ratelimit-limit").isEmpty());
  }

  @Test
  void rateHeadersCountTheMinutesCalls() {
    probe.get(ROOT + "/quote?symbol=AAPL&token=k");
    HttpResponse<String> second = probe.get(ROOT + "/quote?symbol=AAPL&token=k");
    assertEquals("60", second.headers().firstValue("x-ratelimit-limit").orElse(""));
    assertEquals("58", second.headers().firstValue("x-ratelimit-remaining").orElse(""));
    long reset = second.headers().firstValueAsLong("x-ratelimit-reset").orElse(0);
    assertEquals(Probe.OPEN.getEpochSecond() + 43, reset);
  }

  @Test
  void anUnknownSymbolIsNoError() {
    JsonNode quote = probe.json(ROOT + "/quote?symbol=NOPE&token=k");
    assertEquals(0, quote.path("c").asDouble());
    assertEquals(0, quote.path("t").asLong());
    assertEquals("{}", probe.get(ROOT + "/stock/profile2?symbol=NOPE&token=k").body());
    JsonNode metric = probe.json(ROOT + "/stock/metric?metric=all&symbol=NOPE&token=k");
    assertTrue(metric.path("metric").isEmpty());
  }
}
