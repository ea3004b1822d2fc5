package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.wire.SimulatedProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Yahoo Finance below {@code /yahoo}; quote and quoteSummary ask for a cookie and its crumb. */
public final class SimulatedYahoo implements SimulatedProvider {

  private static final String ROOT = "/yahoo";

  private final CrumbDesk crumbs;
  private final Handler quote;
  private final Handler summary;
  private final Handler chart;

  public SimulatedYahoo(SyntheticMarket market, long seed) {
    YahooSymbols symbols = new YahooSymbols(market.companies());
    this.crumbs = new CrumbDesk(seed);
    this.quote = crumbs.guard(new QuoteEndpoint(symbols, new QuoteObject(market), market));
    this.summary = crumbs.guard(new SummaryEndpoint(symbols, new SummaryModules(market), market));
    this.chart = new ChartEndpoint(symbols, market);
  }

  @Override
  public List<Route> routes() {
    Handler nothing = request -> Answer.text(200, "");
    List<Route> data =
        List.of(
            Route.at("yahoo.cookie", ROOT + "/cookie", request -> crumbs.cookiePage(200), nothing),
            Route.at(
                "yahoo.cookie404", ROOT + "/cookie404", request -> crumbs.cookiePage(404), nothing),
            Route.at("yahoo.crumb", ROOT + "/v1/test/getcrumb", crumbs::crumb, nothing),
            Route.at("yahoo.quote", ROOT + "/v7/finance/quote", quote, QuoteEndpoint::noQuotes),
            Route.below(
                "yahoo.quoteSummary",
                ROOT + "/v10/finance/quoteSummary/",
                summary,
                SummaryEndpoint::notFound),
            Route.below("yahoo.chart", ROOT + "/v8/finance/chart/", chart, ChartEndpoint::noRows));
    return Stream.concat(data.stream(), new ConsentDesk(ROOT, crumbs).routes().stream()).toList();
  }

  @Override
  public Map<String, String> properties(String baseUrl) {
    return Map.of("yahoo.baseUrl", baseUrl + ROOT, "yahoo.cookieUrl", baseUrl + ROOT + "/cookie");
  }
}
