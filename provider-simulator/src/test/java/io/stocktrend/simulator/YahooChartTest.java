package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YahooChartTest {

  private static final String PATH = "/yahoo/v8/finance/chart/";
  private static final Instant TODAYS_OPEN = Instant.parse("2026-03-11T13:30:00Z");

  @AutoClose private final Probe probe = Probe.open();

  @Test
  void aRunningDayCarriesTheTimeOfItsLastTrade() {
    JsonNode chart = chart(probe, "AAPL?interval=1d&range=5d");
    JsonNode stamps = chart.path("timestamp");
    assertEquals(5, stamps.size());
    assertEquals(Probe.OPEN.getEpochSecond(), stamps.path(4).asLong());
    assertEquals(Instant.parse("2026-03-10T13:30:00Z").getEpochSecond(), stamps.path(3).asLong());
    assertEquals(
        chart.at("/meta/regularMarketPrice").asDouble(),
        column(chart, "close").path(4).asDouble(),
        1e-4);
    assertEquals(chart.at("/meta/regularMarketVolume"), column(chart, "volume").path(4));
  }

  @Test
  void theLastDayCarriesItsLastTradeAlsoOnceItIsOver() throws Exception {
    try (Probe weekend = Probe.at(Probe.CLOSED)) {
      JsonNode stamps = chart(weekend, "AAPL?interval=1d&range=1d").path("timestamp");
      assertEquals(1, stamps.size());
      assertEquals(Instant.parse("2026-03-13T20:00:01Z").getEpochSecond(), stamps.path(0).asLong());
    }
  }

  @Test
  void everyRowIsABar() {
    JsonNode chart = chart(probe, "TSLA?interval=1d&range=1y");
    JsonNode stamps = chart.path("timestamp");
    assertEquals(252, stamps.size(), "the sessions of a year without its holidays");
    for (int row = 0; row < stamps.size(); row++) {
      double high = column(chart, "high").path(row).asDouble();
      double low = column(chart, "low").path(row).asDouble();
      double open = column(chart, "open").path(row).asDouble();
      double close = column(chart, "close").path(row).asDouble();
      assertTrue(high >= Math.max(open, close) && low <= Math.min(open, close) && low > 0);
      assertTrue(row == 0 || stamps.path(row).asLong() > stamps.path(row - 1).asLong());
    }
  }

  @Test
  void pricesAreThirtyTwoBitFloats() {
    JsonNode close = column(chart(probe, "AAPL?interval=1d&range=1mo"), "close");
    for (JsonNode price : close) {
      assertEquals((double) (float) price.asDouble(), price.asDouble());
    }
  }

  @Test
  void theRunningHourIsFollowedByARowWithoutVolume() {
    JsonNode chart = chart(probe, "AAPL?interval=1h&range=1d");
    JsonNode stamps = chart.path("timestamp");
    assertEquals(3, stamps.size());
    assertEquals(TODAYS_OPEN.getEpochSecond(), stamps.path(0).asLong());
    assertEquals(TODAYS_OPEN.getEpochSecond() + 3600, stamps.path(1).asLong());
    assertEquals(Probe.OPEN.getEpochSecond(), stamps.path(2).asLong());
    assertEquals(0, column(chart, "volume").path(2).asLong());
    assertTrue(column(chart, "volume").path(1).asLong() > 0);
    assertFalse(chart.at("/indicators").has("adjclose"));
  }

  @Test
  void aFinishedDayHasSevenHoursAndARowAtTheClose() throws Exception {
    try (Probe weekend = Probe.at(Probe.CLOSED)) {
      JsonNode stamps = chart(weekend, "AAPL?interval=1h&range=1d").path("timestamp");
      assertEquals(8, stamps.size());
      assertEquals(Instant.parse("2026-03-13T20:00:00Z").getEpochSecond(), stamps.path(7).asLong());
    }
  }

  @Test
  void aPeriodHoldsTheRowsThatStartInIt() {
    long from = Instant.parse("2026-02-02T14:30:00Z").getEpochSecond();
    long to = Instant.parse("2026-02-06T14:30:00Z").getEpochSecond();
    JsonNode stamps =
        chart(probe, "AAPL?interval=1d&period1=" + from + "&period2=" + to).path("timestamp");
    assertEquals(4, stamps.size());
    assertEquals(from, stamps.path(0).asLong());
  }

  @Test
  void aPeriodWithoutASessionHasNoRowsAndNoStamps() {
    long saturday = Instant.parse("2026-03-07T00:00:00Z").getEpochSecond();
    String query = "AAPL?interval=1d&period1=" + saturday + "&period2=" + (saturday + 86_400);
    JsonNode chart = chart(probe, query);
    assertFalse(chart.has("timestamp"));
    assertEquals("{\"quote\":[{}],\"adjclose\":[{}]}", chart.path("indicators").toString());
    assertEquals("AAPL", chart.at("/meta/symbol").asText());
  }

  @Test
  void dividendsAreEventsAndComeOffTheClosesBeforeThem() {
    JsonNode chart = chart(probe, "MSFT?interval=1d&range=1y&events=div%7Csplit");
    assertEquals(4, chart.at("/events/dividends").size());
    JsonNode close = column(chart, "close");
    JsonNode adjusted = chart.at("/indicators/adjclose/0/adjclose");
    int last = close.size() - 1;
    assertEquals(close.path(last), adjusted.path(last));
    double factor = adjusted.path(0).asDouble() / close.path(0).asDouble();
    assertTrue(factor < 0.998 && factor > 0.97, "factor " + factor);
    assertFalse(chart(probe, "MSFT?interval=1d&range=1y").has("events"));
  }

  @Test
  void theCloseBeforeTheFirstRowIsInTheMeta() {
    JsonNode sixDays = chart(probe, "AAPL?interval=1d&range=1mo");
    JsonNode close = column(sixDays, "close");
    JsonNode oneDay = chart(probe, "AAPL?interval=1h&range=1d");
    assertEquals(
        close.path(close.size() - 2).asDouble(),
        oneDay.at("/meta/chartPreviousClose").asDouble(),
        1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "NOPE?interval=1d, 404, Not Found",
    "BRK.B?interval=1d, 404, Not Found",
    "AAPL?interval=7d, 422, Unprocessable Entity",
    "AAPL?interval=1d&range=8d, 422, Unprocessable Entity",
    "AAPL?interval=1d&period1=x, 422, Unprocessable Entity",
    "AAPL?interval=1h&range=5y, 422, Unprocessable Entity",
    "AAPL?interval=1d&period1=1262304000&period2=1293840000, 400, Bad Request"
  })
  void whatCannotBeAnsweredIsRefusedInTheSameWrapper(String query, int status, String code) {
    HttpResponse<String> answer = probe.get(PATH + query);
    assertEquals(status, answer.statusCode());
    JsonNode chart = Probe.parse(answer.body()).path("chart");
    assertEquals(code, chart.at("/error/code").asText());
    assertTrue(chart.path("result").isNull());
  }

  private static JsonNode chart(Probe of, String query) {
    return of.json(PATH + query).at("/chart/result/0");
  }

  private static JsonNode column(JsonNode chart, String name) {
    return chart.at("/indicators/quote/0").path(name);
  }
}
