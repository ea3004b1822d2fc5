package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Long histories of bars: Alpha Vantage's days, splits on demand, holidays. */
class BarHistoryTest {

  private static final String CHART =
      "/yahoo/v8/finance/chart/AAPL?interval=1d&range=1mo&events=div%7Csplit";
  private static final String DAILY =
      "/alphavantage/query?function=TIME_SERIES_DAILY&apikey=k&symbol=";

  @Test
  void theDailySeriesHasTheLastHundredSessionsOfTheChart() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      JsonNode answer = probe.json(DAILY + "AAPL");
      JsonNode days = answer.path("Time Series (Daily)");
      List<String> dates = new ArrayList<>();
      days.properties().forEach(day -> dates.add(day.getKey()));
      assertEquals(100, dates.size());
      assertEquals("2026-03-11", dates.get(0));
      assertFalse(dates.contains("2026-02-16"), "Washington's birthday");
      assertEquals("2026-03-11 11:00:17", answer.at("/Meta Data/3. Last Refreshed").asText());
      JsonNode closes = result(probe, CHART).at("/indicators/quote/0/close");
      double yahoo = closes.get(closes.size() - 2).asDouble();
      assertEquals(yahoo, days.at("/2026-03-10/4. close").asDouble(), 1e-4);
    }
  }

  @Test
  void onlyPayingCallersGetTheWholeSeries() throws Exception {
    try (Probe probe = Probe.at(Probe.CLOSED)) {
      assertTrue(probe.json(DAILY + "AAPL&outputsize=full").has("Information"));
      assertTrue(probe.json(DAILY + "NOPE").has("Error Message"));
      JsonNode meta = probe.json(DAILY + "BRK.B&outputsize=compact").path("Meta Data");
      assertEquals("2026-03-13", meta.path("3. Last Refreshed").asText());
    }
  }

  @Test
  void aSplitAdjustsTheWholeHistoryFromItsSessionOn() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      JsonNode before = result(probe, CHART);
      Fault split = Fault.on("yahoo.chart", FaultKind.SPLIT).with("ratio", 4);
      probe.simulator.inject(split.with("date", "2026-03-12"));
      assertEquals(before, result(probe, CHART), "it is still to come");
      probe.simulator.clearFaults();
      probe.simulator.inject(split.with("date", "2026-03-11"));
      JsonNode after = result(probe, CHART);
      for (String column : List.of("quote/0/open", "quote/0/close", "adjclose/0/adjclose")) {
        double old = before.at("/indicators/" + column + "/0").asDouble();
        assertEquals(old / 4, after.at("/indicators/" + column + "/0").asDouble(), 1e-4, column);
      }
      assertEquals(
          4 * before.at("/indicators/quote/0/volume/0").asLong(),
          after.at("/indicators/quote/0/volume/0").asLong());
      Map.Entry<String, JsonNode> event = after.at("/events/splits").properties().iterator().next();
      assertEquals("4:1", event.getValue().path("splitRatio").asText());
      assertFalse(result(probe, CHART.replace("%7Csplit", "")).at("/events").has("splits"));
    }
  }

  @Test
  void aSplitNeedsASessionAsItsDate() {
    Fault split = Fault.on("yahoo.chart", FaultKind.SPLIT);
    for (String date : List.of("2026-11-26", "soon")) {
      Fault wrong = split.with("date", date);
      Exception refused =
          assertThrows(IllegalArgumentException.class, wrong::checkParameters, date);
      assertTrue(refused.getMessage().contains(date), refused.getMessage());
      assertTrue(refused.getMessage().contains("give a trading day"), refused.getMessage());
    }
  }

  @Test
  void noProviderIsLimited() throws Exception {
    try (Probe probe = Probe.at(Probe.OPEN)) {
      Properties properties = probe.simulator.providersProperties();
      for (String provider : List.of("yahoo", "finnhub", "alphavantage")) {
        for (String window : List.of("Second", "Minute", "Day")) {
          assertEquals("0", properties.getProperty(provider + ".requestsPer" + window));
        }
      }
    }
  }

  private static JsonNode result(Probe probe, String path) {
    return probe.json(path).at("/chart/result/0");
  }
}
