package io.stocktrend.simulator.worldbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.EconomicSeries;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Vintage;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The World Bank below {@code /worldbank/v2}; the year that is not out yet has a null value. */
public final class SimulatedWorldBank implements SimulatedProvider {

  private static final String ROOT = "/worldbank/v2";
  private static final Pattern PATH =
      Pattern.compile(ROOT + "/country/([A-Za-z]{3})/indicator/([A-Z.]+)");
  private static final Map<String, String> COUNTRIES =
      Map.of(
          "USA", "United States",
          "DEU", "Germany",
          "JPN", "Japan",
          "CHN", "China",
          "GBR", "United Kingdom");
  private static final int ROWS = 50;

  private final Economy economy;

  public SimulatedWorldBank(Economy economy) {
    this.economy = economy;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.below(
            "worldbank.indicator",
            ROOT + "/country/",
            this::indicator,
            request -> Answer.json(200, array().add(meta(request, 0)))));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("worldbank.baseUrl", baseUrl + ROOT);
  }

  private Answer indicator(Request request) {
    Matcher path = PATH.matcher(request.path());
    Optional<EconomicSeries> series =
        path.matches() ? economy.find(path.group(2)) : Optional.empty();
    if (series.isEmpty() || !COUNTRIES.containsKey(path.group(1))) {
      return refusal();
    }
    String country = path.group(1);
    List<ObjectNode> rows = rows(series.get(), country, request);
    ArrayNode page = array();
    int size = number(request, "per_page", ROWS);
    long skipped = (number(request, "page", 1) - 1L) * size;
    rows.stream().skip(skipped).limit(size).forEach(page::add);
    return Answer.json(200, array().add(meta(request, rows.size())).add(page));
  }

  private List<ObjectNode> rows(EconomicSeries series, String country, Request request) {
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), ZoneOffset.UTC);
    List<Vintage> values = economy.current(series, country, today);
    List<ObjectNode> rows = new ArrayList<>();
    values.forEach(value -> rows.add(row(series, country, value.date(), value.value())));
    LocalDate last = values.get(values.size() - 1).date();
    if (last.getYear() < today.getYear() - 1) {
      rows.add(row(series, country, last.plusYears(1), null));
    }
    Collections.reverse(rows);
    return rows;
  }

  private static ObjectNode row(
      EconomicSeries series, String country, LocalDate date, Double value) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.putObject("indicator").put("id", series.id()).put("value", series.title() + " (synthetic)");
    row.putObject("country")
        .put("id", country.substring(0, 2))
        .put("value", COUNTRIES.get(country));
    return row.put("countryiso3code", country)
        .put("date", Integer.toString(date.getYear()))
        .put("value", value)
        .put("unit", "")
        .put("obs_status", "")
        .put("decimal", 0);
  }

  private static ObjectNode meta(Request request, int total) {
    int size = number(request, "per_page", ROWS);
    return JsonNodeFactory.instance
        .objectNode()
        .put("page", number(request, "page", 1))
        .put("pages", (total + size - 1) / size)
        .put("per_page", size)
        .put("total", total)
        .put("sourceid", "2")
        .put("lastupdated", "2026-07-01");
  }

  private static Answer refusal() {
    ArrayNode json = array();
    json.addObject()
        .putArray("message")
        .addObject()
        .put("id", "120")
        .put("key", "Invalid value")
        .put("value", "The provided parameter value is not valid");
    return Answer.json(200, json);
  }

  private static int number(Request request, String name, int otherwise) {
    return request.parameter(name).map(Integer::parseInt).orElse(otherwise);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
