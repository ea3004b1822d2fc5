package io.stocktrend.simulator.alphavantage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Alpha Vantage at {@code /alphavantage/query}: status 200 for everything, refusals included. */
public final class SimulatedAlphaVantage implements SimulatedProvider {

  private static final String ROOT = "/alphavantage";
  private static final String PATH = ROOT + "/query";

  private final SyntheticMarket market;

  public SimulatedAlphaVantage(SyntheticMarket market) {
    this.market = market;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        function(
            "alphavantage.quote", "GLOBAL_QUOTE", this::globalQuote, r -> globalQuote(object())),
        function(
            "alphavantage.overview", "OVERVIEW", this::overview, r -> Answer.json(200, object())),
        function(
            "alphavantage.daily",
            "TIME_SERIES_DAILY",
            this::daily,
            r -> AlphaVantageRefusals.invalidCall("TIME_SERIES_DAILY")),
        Route.at(
            "alphavantage.query", PATH, keyed(this::unknown), r -> Answer.json(200, object())));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("alphavantage.baseUrl", baseUrl + ROOT);
  }

  private static Route function(String name, String function, Handler handler, Handler empty) {
    return new Route(
        name,
        request -> request.path().equals(PATH) && function.equals(request.query().get("function")),
        keyed(handler),
        empty);
  }

  private static Handler keyed(Handler handler) {
    return request ->
        request.parameter("apikey").isPresent()
            ? handler.answer(request)
            : AlphaVantageRefusals.noKey();
  }

  private Answer globalQuote(Request request) {
    return globalQuote(
        quoted(request)
            .map(SimulatedAlphaVantage::quoteOf)
            .orElseGet(SimulatedAlphaVantage::object));
  }

  private static Answer globalQuote(ObjectNode quote) {
    ObjectNode json = object();
    json.set("Global Quote", quote);
    return Answer.json(200, json);
  }

  private static ObjectNode quoteOf(Quote quote) {
    return object()
        .put("01. symbol", quote.company().symbol())
        .put("02. open", price(quote.day().open()))
        .put("03. high", price(quote.day().high()))
        .put("04. low", price(quote.day().low()))
        .put("05. price", price(quote.price()))
        .put("06. volume", Long.toString(quote.day().volume()))
        .put("07. latest trading day", quote.session().date().toString())
        .put("08. previous close", price(quote.previousClose()))
        .put("09. change", price(quote.change()))
        .put("10. change percent", price(100 * quote.changeFraction()) + "%");
  }

  private Answer overview(Request request) {
    ObjectNode json =
        quoted(request)
            .map(quote -> Overview.of(quote, market))
            .orElseGet(SimulatedAlphaVantage::object);
    return Answer.json(200, json);
  }

  private Answer daily(Request request) {
    if (request.parameter("outputsize").orElse("compact").equals("full")) {
      return AlphaVantageRefusals.premium();
    }
    return quoted(request)
        .map(quote -> Answer.json(200, new DailySeries(market, quote).json(request.receivedAt())))
        .orElseGet(() -> AlphaVantageRefusals.invalidCall("TIME_SERIES_DAILY"));
  }

  private Answer unknown(Request request) {
    return AlphaVantageRefusals.noFunction(request.parameter("function").orElse(""));
  }

  private Optional<Quote> quoted(Request request) {
    Optional<Company> company =
        request.parameter("symbol").map(s -> s.replace('-', '.')).flatMap(market.companies()::find);
    return company.map(known -> market.quote(known, request.receivedAt()));
  }

  static String price(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
