package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Handler;
import io.stocktrend.simulator.wire.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code /v8/finance/chart/SYMBOL}: bars, without cookie or crumb. Prices are 32-bit floats. */
record ChartEndpoint(YahooSymbols symbols, SyntheticMarket market) implements Handler {

  private static final Duration INTRADAY_HISTORY = Duration.ofDays(730);

  @Override
  public Answer answer(Request request) {
    Optional<Company> company = symbols.find(request.lastPathPart());
    if (company.isEmpty()) {
      return error(404, "Not Found", "No data found, symbol may be delisted");
    }
    Optional<Interval> interval = Interval.named(request.parameter("interval").orElse("1m"));
    if (interval.isEmpty()) {
      return unsupported(request, "interval", Interval.SUPPORTED);
    }
    return ChartSpan.of(request)
        .map(span -> chart(company.get(), interval.get(), span, request))
        .orElseGet(() -> unsupported(request, "range", ChartSpan.RANGES));
  }

  /** What Yahoo answers where it has a symbol but no rows. */
  static Answer noRows(Request request) {
    ObjectNode result = Wrapper.JSON.objectNode();
    ObjectNode meta = result.putObject("meta").putNull("currency");
    meta.put("symbol", request.lastPathPart()).putNull("firstTradeDate").put("priceHint", 2);
    ChartResult.putRows(result, List.of());
    return Wrapper.results("chart", List.of(result));
  }

  private Answer chart(Company company, Interval interval, ChartSpan span, Request request) {
    if (!span.to().isAfter(Session.FIRST.open())) {
      return error(400, "Bad Request", "Data doesn't exist for " + dates(span));
    }
    boolean old = span.from().isBefore(request.receivedAt().minus(INTRADAY_HISTORY));
    if (!interval.isDaily() && old) {
      String reason = " The requested range must be within the last 730 days.";
      return error(
          422,
          "Unprocessable Entity",
          interval.name() + " data not available for " + dates(span) + "." + reason);
    }
    Quote quote = market.quote(company, request.receivedAt());
    ChartResult result = new ChartResult(market, quote, request.receivedAt());
    return Wrapper.results("chart", List.of(result.json(interval, span, wantsDividends(request))));
  }

  private static boolean wantsDividends(Request request) {
    return request.parameter("events").orElse("").contains("div");
  }

  private static Answer unsupported(Request request, String name, String supported) {
    String given = request.parameter(name).orElse("");
    return error(
        422,
        "Unprocessable Entity",
        "Invalid input - " + name + "=" + given + " is not supported. Valid values: " + supported);
  }

  private static String dates(ChartSpan span) {
    return "startDate = "
        + span.from().getEpochSecond()
        + ", endDate = "
        + span.to().getEpochSecond();
  }

  private static Answer error(int status, String code, String description) {
    return Wrapper.error(status, "chart", code, description);
  }
}
