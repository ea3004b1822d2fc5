package io.stocktrend.simulator.alphavantage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Vintage;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The economic functions, which tell what FRED tells: every value a text, newest first. */
final class EconomicFunctions {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Map<String, Told> TOLD =
      Map.ofEntries(
          Map.entry("REAL_GDP annual", new Told("GDPCA", "billions of dollars")),
          Map.entry(
              "REAL_GDP_PER_CAPITA quarterly", new Told("A939RX0Q048SBEA", "chained 2012 dollars")),
          Map.entry("TREASURY_YIELD daily 3month", new Told("DGS3MO", "percent")),
          Map.entry("TREASURY_YIELD daily 2year", new Told("DGS2", "percent")),
          Map.entry("TREASURY_YIELD daily 5year", new Told("DGS5", "percent")),
          Map.entry("TREASURY_YIELD daily 10year", new Told("DGS10", "percent")),
          Map.entry("TREASURY_YIELD daily 30year", new Told("DGS30", "percent")),
          Map.entry("FEDERAL_FUNDS_RATE monthly", new Told("FEDFUNDS", "percent")),
          Map.entry("FEDERAL_FUNDS_RATE daily", new Told("DFF", "percent")),
          Map.entry("CPI monthly", new Told("CPIAUCNS", "index 1982-1984=100")),
          Map.entry("INFLATION annual", new Told("FPCPITOTLZGUSA", "percent")),
          Map.entry("RETAIL_SALES monthly", new Told("RSXFSN", "millions of dollars")),
          Map.entry("DURABLES monthly", new Told("UMDMNO", "millions of dollars")),
          Map.entry("UNEMPLOYMENT monthly", new Told("UNRATE", "percent")),
          Map.entry("NONFARM_PAYROLL monthly", new Told("PAYNSA", "thousands of persons")));
  private static final Map<String, String> INTERVALS =
      Map.of(
          "REAL_GDP", "annual",
          "REAL_GDP_PER_CAPITA", "quarterly",
          "INFLATION", "annual");

  private final Economy economy;

  EconomicFunctions(Economy economy) {
    this.economy = economy;
  }

  /** What a function tells: FRED's series, and the words for its unit. */
  private record Told(String series, String unit) {}

  static boolean has(Request request) {
    return told(request).isPresent();
  }

  Answer answer(Request request) {
    Told told = told(request).orElseThrow();
    var series = economy.find(told.series).orElseThrow();
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), NEW_YORK);
    List<Vintage> values = economy.current(series, "", today);
    ObjectNode json = envelope(request, series.title() + " (synthetic)", told.unit);
    ArrayNode data = json.putArray("data");
    for (int i = values.size() - 1; i >= 0; i--) {
      Vintage value = values.get(i);
      data.addObject().put("date", value.date().toString()).put("value", text(value.value()));
    }
    return Answer.json(200, json);
  }

  Answer empty(Request request) {
    ObjectNode json = envelope(request, "", "");
    json.putArray("data");
    return Answer.json(200, json);
  }

  private static Optional<Told> told(Request request) {
    String function = request.parameter("function").orElse("");
    String key = function + " " + interval(request);
    String maturity = request.parameter("maturity").orElse("10year");
    return Optional.ofNullable(
        TOLD.get(function.equals("TREASURY_YIELD") ? key + " " + maturity : key));
  }

  private static String interval(Request request) {
    String function = request.parameter("function").orElse("");
    return request
        .parameter("interval")
        .orElseGet(() -> INTERVALS.getOrDefault(function, "monthly"));
  }

  private static ObjectNode envelope(Request request, String name, String unit) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .put("interval", interval(request))
        .put("unit", unit);
  }

  private static String text(Double value) {
    return value == null ? "." : BigDecimal.valueOf(value).toPlainString();
  }
}
