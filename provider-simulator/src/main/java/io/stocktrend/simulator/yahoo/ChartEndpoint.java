package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.function.ToDoubleFunction;

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
    putRows(result, List.of());
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
    return Wrapper.results("chart", List.of(result(company, interval, span, request)));
  }

  private ObjectNode result(Company company, Interval interval, ChartSpan span, Request request) {
    Quote quote = market.quote(company, request.receivedAt());
    boolean open = quote.session().isRunningAt(request.receivedAt());
    ChartRows source = new ChartRows(market, quote, open);
    List<ChartRow> rows =
        interval.isDaily() ? source.daily(span) : source.intraday(span, interval.minutes());
    Session first = rows.isEmpty() ? quote.session() : rows.get(0).session();
    Dividends dividends =
        new Dividends(market, company, market.dividends(company, first, quote.session()));
    ObjectNode result = Wrapper.JSON.objectNode();
    double before = market.close(company, first.previous());
    result.set("meta", new ChartMeta(quote, request.receivedAt()).json(interval, span, before));
    ObjectNode events = dividends.events(span);
    if (request.parameter("events").orElse("").contains("div") && !events.isEmpty()) {
      result.putObject("events").set("dividends", events);
    }
    ObjectNode indicators = putRows(result, rows);
    if (interval.isDaily()) {
      ObjectNode adjusted = indicators.putArray("adjclose").addObject();
      putColumn(adjusted, "adjclose", rows, dividends::adjusted);
    }
    return result;
  }

  private static ObjectNode putRows(ObjectNode result, List<ChartRow> rows) {
    if (!rows.isEmpty()) {
      ArrayNode stamps = result.putArray("timestamp");
      rows.forEach(row -> stamps.add(row.stamp().getEpochSecond()));
    }
    ObjectNode indicators = result.putObject("indicators");
    ObjectNode quote = indicators.putArray("quote").addObject();
    putColumn(quote, "open", rows, row -> row.bar().open());
    putColumn(quote, "high", rows, row -> row.bar().high());
    putColumn(quote, "low", rows, row -> row.bar().low());
    putColumn(quote, "close", rows, row -> row.bar().close());
    if (!rows.isEmpty()) {
      ArrayNode volumes = quote.putArray("volume");
      rows.forEach(row -> volumes.add(row.bar().volume()));
    }
    return indicators;
  }

  private static void putColumn(
      ObjectNode json, String name, List<ChartRow> rows, ToDoubleFunction<ChartRow> price) {
    if (!rows.isEmpty()) {
      ArrayNode column = json.putArray(name);
      rows.forEach(row -> column.add((double) (float) price.applyAsDouble(row)));
    }
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
