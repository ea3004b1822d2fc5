package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All providers speak of one market. */
class CoherenceTest {

  private static final List<String> PATHS =
      List.of(
          "/yahoo/v8/finance/chart/NVDA?interval=1d&range=1y&events=div",
          "/yahoo/v8/finance/chart/NVDA?interval=1h&range=5d",
          "/finnhub/api/v1/quote?symbol=NVDA&token=k",
          "/finnhub/api/v1/stock/metric?symbol=NVDA&metric=all&token=k",
          "/alphavantage/query?function=OVERVIEW&symbol=NVDA&apikey=k");

  @ParameterizedTest
  @ValueSource(strings = {"AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA", "MMM"})
  void theProvidersAgree(String symbol) throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      JsonNode yahoo = probe.quote(symbol);
      JsonNode finnhub = probe.json("/finnhub/api/v1/quote?token=k&symbol=" + symbol);
      JsonNode metric = finnhub(probe, "metric?metric=all", symbol).path("metric");
      JsonNode vantage = alphaVantage(probe, "GLOBAL_QUOTE", symbol).path("Global Quote");
      JsonNode overview = alphaVantage(probe, "OVERVIEW", symbol);
      double price = yahoo.path("regularMarketPrice").asDouble();
      assertEquals(price, finnhub.path("c").asDouble());
      assertEquals(price, vantage.path("05. price").asDouble());
      assertEquals(yahoo.path("regularMarketTime"), finnhub.path("t"));
      assertSame(yahoo, "regularMarketPreviousClose", finnhub, "pc");
      assertSame(yahoo, "regularMarketDayHigh", vantage, "03. high");
      assertSame(yahoo, "regularMarketVolume", vantage, "06. volume");
      assertSame(yahoo, "marketCap", overview, "MarketCapitalization");
      assertSame(yahoo, "fiftyTwoWeekHigh", metric, "52WeekHigh");
      assertSame(yahoo, "fiftyTwoWeekLow", overview, "52WeekLow");
      assertEquals(
          yahoo.path("marketCap").asDouble() / 1e6,
          metric.path("marketCapitalization").asDouble(),
          1e-6);
      assertEquals(yahoo.path("trailingPE").asDouble(), overview.path("PERatio").asDouble(), 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAPL", "AMZN", "TSLA", "KO"})
  void theRatiosOfAQuoteFollowFromItsPrice(String symbol) throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      JsonNode quote = probe.quote(symbol);
      double price = quote.path("regularMarketPrice").asDouble();
      double eps = quote.path("epsTrailingTwelveMonths").asDouble();
      double shares = quote.path("sharesOutstanding").asDouble();
      assertEquals(price, quote.path("trailingPE").asDouble() * eps, 1e-3);
      assertEquals(price * shares, quote.path("marketCap").asDouble(), 1);
      assertTrue(price <= quote.path("regularMarketDayHigh").asDouble());
      assertTrue(price >= quote.path("regularMarketDayLow").asDouble());
      assertTrue(price <= quote.path("fiftyTwoWeekHigh").asDouble());
      assertTrue(price >= quote.path("fiftyTwoWeekLow").asDouble());
    }
  }

  @Test
  void theYearsRangeOfAQuoteIsThatOfTheChart() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      long from = Instant.parse("2025-03-13T00:00:00Z").getEpochSecond();
      String path = "/yahoo/v8/finance/chart/AAPL?interval=1d&period1=" + from;
      JsonNode chart = probe.json(path).at("/chart/result/0");
      double high = 0;
      for (JsonNode value : chart.at("/indicators/quote/0/high")) {
        high = Math.max(high, value.asDouble());
      }
      assertEquals(probe.quote("AAPL").path("fiftyTwoWeekHigh").asDouble(), high, 1e-4);
    }
  }

  @Test
  void twoSimulatorsWithOneSeedGiveTheSameBytes() throws Exception {
    SimulatorOptions options = Probe.options(Probe.OPEN);
    try (Probe one = Probe.of(options);
        Probe same = Probe.of(options);
        Probe other = Probe.of(options.withSeed(8))) {
      for (String path : PATHS) {
        String expected = one.get(path).body();
        assertEquals(expected, same.get(path).body());
        assertTrue(!expected.equals(other.get(path).body()), path);
      }
      assertEquals(one.quote("AAPL"), same.quote("AAPL"));
    }
  }

  private static void assertSame(JsonNode one, String name, JsonNode other, String otherName) {
    assertTrue(one.has(name) && other.has(otherName), name + " and " + otherName);
    assertEquals(one.path(name).asDouble(), other.path(otherName).asDouble(), 1e-9, name);
  }

  private static JsonNode finnhub(Probe probe, String path, String symbol) {
    return probe.json("/finnhub/api/v1/stock/" + path + "&token=k&symbol=" + symbol);
  }

  private static JsonNode alphaVantage(Probe probe, String function, String symbol) {
    return probe.json("/alphavantage/query?apikey=k&function=" + function + "&symbol=" + symbol);
  }
}
