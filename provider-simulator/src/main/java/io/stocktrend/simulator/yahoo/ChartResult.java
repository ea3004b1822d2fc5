package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Dividend;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The one element of {@code chart.result}: meta, stamps, events and columns, as 32-bit floats. */
record ChartResult(SyntheticMarket market, Quote quote, Instant now) {

  ObjectNode json(Interval interval, ChartSpan span, boolean withDividends) {
    ChartRows source = new ChartRows(market, quote, quote.session().isRunningAt(now));
    List<ChartRow> rows =
        interval.isDaily() ? source.daily(span) : source.intraday(span, interval.minutes());
    Session first = rows.isEmpty() ? quote.session() : rows.get(0).session();
    ObjectNode result = Wrapper.JSON.objectNode();
    double closeBefore = market.close(quote.company(), first.previous());
    result.set("meta", new ChartMeta(quote, now).json(interval, span, closeBefore));
    Dividends dividends = dividends(first);
    ObjectNode events = dividends.events(span);
    if (withDividends && !events.isEmpty()) {
      result.putObject("events").set("dividends", events);
    }
    ObjectNode indicators = putRows(result, rows);
    if (interval.isDaily()) {
      ObjectNode adjusted = indicators.putArray("adjclose").addObject();
      putColumn(adjusted, "adjclose", rows, dividends::adjusted);
    }
    return result;
  }

  static ObjectNode putRows(ObjectNode result, List<ChartRow> rows) {
    ObjectNode indicators = Wrapper.JSON.objectNode();
    ObjectNode quote = indicators.putArray("quote").addObject();
    if (!rows.isEmpty()) {
      ArrayNode stamps = result.putArray("timestamp");
      rows.forEach(row -> stamps.add(row.stamp().getEpochSecond()));
      ArrayNode volumes = quote.putArray("volume");
      rows.forEach(row -> volumes.add(row.bar().volume()));
    }
    putColumn(quote, "open", rows, row -> row.bar().open());
    putColumn(quote, "high", rows, row -> row.bar().high());
    putColumn(quote, "low", rows, row -> row.bar().low());
    putColumn(quote, "close", rows, row -> row.bar().close());
    result.set("indicators", indicators);
    return indicators;
  }

  private Dividends dividends(Session first) {
    List<Dividend> paid = Dividend.between(quote.company(), first, quote.session());
    return new Dividends(market, quote.company(), paid);
  }

  private static void putColumn(
      ObjectNode json, String name, List<ChartRow> rows, ToDoubleFunction<ChartRow> price) {
    if (!rows.isEmpty()) {
      ArrayNode column = json.putArray(name);
      rows.forEach(row -> column.add((double) (float) price.applyAsDouble(row)));
    }
  }
}
