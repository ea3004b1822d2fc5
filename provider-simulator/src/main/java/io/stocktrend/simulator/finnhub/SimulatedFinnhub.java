package io.stocktrend.simulator.finnhub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finnhub below {@code /finnhub/api/v1}; market capitalization and volumes in millions. */
public final class SimulatedFinnhub implements SimulatedProvider {

  private static final String ROOT = "/finnhub/api/v1";

  private final SyntheticMarket market;
  private final KeyGate gate = new KeyGate();

  private final CompanyNews news;

  public SimulatedFinnhub(SyntheticMarket market, Newsroom newsroom) {
    this.market = market;
    this.news = new CompanyNews(market.companies(), newsroom);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route("quote", "/quote", gate.guard(this::quote), request -> json(zeroQuote())),
        route("profile", "/stock/profile2", gate.guard(this::profile), request -> json(object())),
        route("metric", "/stock/metric", gate.guard(this::metric), this::noMetric),
        route("companyNews", "/company-news", gate.guard(news), CompanyNews::empty));
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("finnhub.baseUrl", baseUrl + ROOT);
  }

  private static Route route(String name, String path, Handler handler, Handler empty) {
    return Route.at("finnhub." + name, ROOT + path, handler, empty);
  }

  private Answer quote(Request request) {
    return quoted(request)
        .map(SimulatedFinnhub::quoteOf)
        .map(SimulatedFinnhub::json)
        .orElseGet(() -> json(zeroQuote()));
  }

  private static ObjectNode quoteOf(Quote quote) {
    return object()
        .put("c", quote.price())
        .put("d", Math.rint(quote.change() * 100) / 100)
        .put("dp", Math.rint(quote.changeFraction() * 1e6) / 1e4)
        .put("h", quote.day().high())
        .put("l", quote.day().low())
        .put("o", quote.day().open())
        .put("pc", quote.previousClose())
        .put("t", quote.time().getEpochSecond());
  }

  private static ObjectNode zeroQuote() {
    ObjectNode json = object().put("c", 0);
    json.putNull("d").putNull("dp");
    return json.put("h", 0).put("l", 0).put("o", 0).put("pc", 0).put("t", 0);
  }

  private Answer profile(Request request) {
    return json(
        quoted(request).map(SimulatedFinnhub::profileOf).orElseGet(SimulatedFinnhub::object));
  }

  private static ObjectNode profileOf(Quote quote) {
    Company company = quote.company();
    return object()
        .put("country", "US")
        .put("currency", "USD")
        .put("estimateCurrency", "USD")
        .put(
            "exchange",
            company.nasdaq() ? "NASDAQ NMS - GLOBAL MARKET" : "NEW YORK STOCK EXCHANGE, INC.")
        .put("finnhubIndustry", company.sector())
        .put("ipo", "2015-01-05")
        .put("logo", "")
        .put("marketCapitalization", quote.marketCap() / 1e6)
        .put("name", company.markedName())
        .put("phone", "")
        .put("shareOutstanding", company.fundamentals().shares() / 1e6)
        .put("ticker", company.symbol())
        .put("weburl", "");
  }

  private Answer metric(Request request) {
    return quoted(request)
        .map(quote -> metricBody(company(quote), MetricMap.of(quote, market)))
        .orElseGet(() -> noMetric(request));
  }

  private Answer noMetric(Request request) {
    return metricBody(request.parameter("symbol").orElse(""), object());
  }

  private static Answer metricBody(String symbol, ObjectNode metric) {
    ObjectNode json = object();
    json.set("metric", metric);
    json.put("metricType", "all").putObject("series");
    return json(json.put("symbol", symbol));
  }

  private static String company(Quote quote) {
    return quote.company().symbol();
  }

  private Optional<Quote> quoted(Request request) {
    return request
        .parameter("symbol")
        .flatMap(market.companies()::find)
        .map(company -> market.quote(company, request.receivedAt()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Answer json(ObjectNode body) {
    return Answer.json(200, body);
  }
}
