package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Faults inside a well-formed answer. */
class PayloadFaultTest {
  private static final String QUOTE = "/finnhub/api/v1/quote?symbol=AAPL&token=SECRET7";
  private static final String OVERVIEW =
      "/alphavantage/query?function=OVERVIEW&symbol=AAPL&apikey=SECRET7";
  private static final String CHART = "/yahoo/v8/finance/chart/AAPL?interval=1d&range=5d";

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void emptyIsTheProvidersOwnEmptyAnswer() {
    inject(Fault.on("*", FaultKind.EMPTY));
    assertEquals("{}", probe.get(OVERVIEW).body());
    assertEquals(0, probe.json(QUOTE).path("c").asInt(-1));
    assertFalse(probe.json(CHART).at("/chart/result/0").has("timestamp"));
    assertEquals(404, probe.get("/yahoo/v10/finance/quoteSummary/AAPL").statusCode());
  }

  @Test
  void emptyForOneSymbolLeavesItOutOfTheOthers() {
    inject(Fault.on("yahoo.quote", FaultKind.EMPTY).forSymbol("MSFT"));
    JsonNode result = quotes("AAPL,MSFT,TSLA");
    assertEquals(2, result.size());
    assertEquals("TSLA", result.path(1).path("symbol").asText());
  }

  @Test
  void missingMembersAreMissingForTheRulesSymbolOnly() {
    Fault fault = Fault.on("yahoo.quote", FaultKind.MISSING_MEMBERS).forSymbol("MSFT");
    inject(fault.with("members", "regularMarketPrice,marketCap"));
    JsonNode result = quotes("AAPL,MSFT");
    assertTrue(result.path(0).has("marketCap"));
    assertFalse(result.path(1).has("marketCap"));
    assertFalse(result.path(1).has("regularMarketPrice"));
    assertTrue(result.path(1).has("regularMarketTime"));
  }

  @Test
  void aNullRowKeepsItsStamp() {
    inject(Fault.on("yahoo.chart", FaultKind.NULL_ROW));
    JsonNode chart = probe.json(CHART).at("/chart/result/0");
    assertEquals(5, chart.path("timestamp").size());
    for (String column : new String[] {"open", "high", "low", "close", "volume"}) {
      JsonNode values = chart.at("/indicators/quote/0").path(column);
      assertTrue(values.path(3).isNull() && values.path(4).isNumber(), column);
    }
    assertTrue(chart.at("/indicators/adjclose/0/adjclose/3").isNull());
  }

  @Test
  void futureTimesAreOneDayAhead() {
    inject(Fault.on("*", FaultKind.FUTURE_TIME));
    long tomorrow = Probe.OPEN.plusSeconds(86_400).getEpochSecond();
    assertEquals(tomorrow, probe.json(QUOTE).path("t").asLong());
    assertEquals(tomorrow, probe.quote("AAPL").path("regularMarketTime").asLong());
    assertEquals(tomorrow, probe.json(CHART).at("/chart/result/0/timestamp/4").asLong());
    JsonNode quote = probe.json(OVERVIEW.replace("OVERVIEW", "GLOBAL_QUOTE"));
    assertEquals("2026-03-12", quote.at("/Global Quote/07. latest trading day").asText());
  }

  @Test
  void negativePricesAreBelowZeroEverywhere() {
    inject(Fault.on("*", FaultKind.NEGATIVE_PRICE));
    assertTrue(probe.json(QUOTE).path("c").asDouble() < 0);
    assertTrue(probe.quote("AAPL").path("regularMarketPrice").asDouble() < 0);
    assertTrue(probe.json(CHART).at("/chart/result/0/indicators/quote/0/close/0").asDouble() < 0);
    JsonNode quote = probe.json(OVERVIEW.replace("OVERVIEW", "GLOBAL_QUOTE"));
    assertTrue(quote.at("/Global Quote/05. price").asDouble() < 0);
    JsonNode price =
        Probe.parse(probe.withCrumb("/yahoo/v10/finance/quoteSummary/AAPL?modules=price").body());
    assertTrue(price.at("/quoteSummary/result/0/price/regularMarketPrice/raw").asDouble() < 0);
  }

  private void inject(Fault fault) {
    probe.simulator.inject(fault);
  }

  private JsonNode quotes(String symbols) {
    String body = probe.withCrumb("/yahoo/v7/finance/quote?symbols=" + symbols).body();
    return Probe.parse(body).at("/quoteResponse/result");
  }
}
