package io.stocktrend.simulator.fred;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.EconomicSeries;
import io.stocktrend.simulator.market.Economy;
import io.stocktrend.simulator.market.Vintage;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.util.List;
import java.util.Map;

/** FRED below {@code /fred}: vintages, and refusals with status 400. */
public final class SimulatedFred implements SimulatedProvider {

  private static final String ROOT = "/fred";
  private static final int LIMIT = 120;
  private static final long WINDOW_SECONDS = 60;

  private final Economy economy;
  private final FredObservations observations;
  private long window;
  private int calls;

  public SimulatedFred(Economy economy) {
    this.economy = economy;
    this.observations = new FredObservations(economy);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route("observations", "/series/observations", observations::answer, observations::empty),
        route("series", "/series", this::series, this::noSeries));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("fred.baseUrl", baseUrl + ROOT);
  }

  private Route route(String name, String path, Handler handler, Handler empty) {
    return Route.at("fred." + name, ROOT + path, guard(handler), guard(empty));
  }

  private Handler guard(Handler handler) {
    return request -> {
      try {
        return counted(handler.answer(request), request.receivedAt().getEpochSecond());
      } catch (FredRefusal refusal) {
        return counted(FredFormat.refusal(request, refusal), request.receivedAt().getEpochSecond());
      }
    };
  }

  private synchronized Answer counted(Answer answer, long second) {
    long current = Math.floorDiv(second, WINDOW_SECONDS);
    calls = current == window ? calls + 1 : 1;
    window = current;
    return answer
        .with("x-rate-limit-limit", Integer.toString(LIMIT))
        .with("x-rate-limit-remaining", Integer.toString(Math.max(0, LIMIT - calls)));
  }

  private Answer series(Request request) {
    FredQuery query = FredQuery.of(request, economy);
    EconomicSeries series = query.series();
    List<Vintage> published = economy.vintages(series, query.today());
    ObjectNode json = envelope(query);
    json.putArray("seriess")
        .addObject()
        .put("id", series.id())
        .put("realtime_start", query.from().toString())
        .put("realtime_end", query.to().toString())
        .put("title", series.title() + " (synthetic)")
        .put("observation_start", published.get(0).date().toString())
        .put("observation_end", published.get(published.size() - 1).date().toString())
        .put("frequency", series.cadence().title())
        .put("frequency_short", series.cadence().letter())
        .put("units", series.units())
        .put("units_short", series.units())
        .put("seasonal_adjustment", "Not Seasonally Adjusted")
        .put("seasonal_adjustment_short", "NSA")
        .put("last_updated", published.get(published.size() - 1).from() + " 07:46:02-06")
        .put("popularity", 50)
        .put("notes", "Made up.");
    return FredFormat.answer(request, json, "seriess", "series");
  }

  private Answer noSeries(Request request) {
    ObjectNode json = envelope(FredQuery.of(request, economy));
    json.putArray("seriess");
    return FredFormat.answer(request, json, "seriess", "series");
  }

  private static ObjectNode envelope(FredQuery query) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("realtime_start", query.from().toString())
        .put("realtime_end", query.to().toString());
  }
}
