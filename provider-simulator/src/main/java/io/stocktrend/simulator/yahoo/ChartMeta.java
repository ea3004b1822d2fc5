package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** The {@code meta} member of a chart. */
record ChartMeta(Quote quote, Instant now) {

  private static final List<String> RANGES =
      List.of("1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max");
  private static final Duration BEFORE = Duration.ofMinutes(330);
  private static final Duration AFTER = Duration.ofHours(4);

  ObjectNode json(Interval interval, ChartSpan span, double closeBefore) {
    ObjectNode json = Wrapper.JSON.objectNode();
    putIdentity(json);
    putMarket(json);
    json.put("chartPreviousClose", closeBefore);
    if (!interval.isDaily()) {
      json.put("previousClose", quote.previousClose()).put("scale", 3);
    }
    json.put("priceHint", 2).set("currentTradingPeriod", tradingPeriod());
    json.put("dataGranularity", interval.name()).put("range", span.range());
    ArrayNode ranges = json.putArray("validRanges");
    RANGES.forEach(ranges::add);
    return json;
  }

  private void putIdentity(ObjectNode json) {
    ZonedDateTime local = now.atZone(Session.ZONE);
    json.put("currency", "USD")
        .put("symbol", YahooSymbols.of(quote.company()))
        .put("exchangeName", QuoteObject.exchange(quote.company()))
        .put("fullExchangeName", QuoteObject.exchangeName(quote.company()))
        .put("instrumentType", "EQUITY")
        .put("firstTradeDate", Session.FIRST.open().getEpochSecond())
        .put("hasPrePostMarketData", true)
        .put("gmtoffset", local.getOffset().getTotalSeconds())
        .put("timezone", QuoteObject.zoneName(local))
        .put("exchangeTimezoneName", Session.ZONE.getId())
        .put("longName", quote.company().markedName())
        .put("shortName", quote.company().markedName());
  }

  private void putMarket(ObjectNode json) {
    json.put("regularMarketTime", quote.time().getEpochSecond())
        .put("regularMarketPrice", quote.price())
        .put("fiftyTwoWeekHigh", quote.year().high())
        .put("fiftyTwoWeekLow", quote.year().low())
        .put("regularMarketDayHigh", quote.day().high())
        .put("regularMarketDayLow", quote.day().low())
        .put("regularMarketVolume", quote.day().volume());
  }

  private ObjectNode tradingPeriod() {
    Session session = Session.onOrAfter(now.atZone(Session.ZONE).toLocalDate());
    ObjectNode periods = Wrapper.JSON.objectNode();
    periods.set("pre", period(session.open().minus(BEFORE), session.open()));
    periods.set("regular", period(session.open(), session.close()));
    periods.set("post", period(session.close(), session.close().plus(AFTER)));
    return periods;
  }

  private static ObjectNode period(Instant start, Instant end) {
    ZonedDateTime local = start.atZone(Session.ZONE);
    return Wrapper.JSON
        .objectNode()
        .put("timezone", QuoteObject.zoneName(local))
        .put("start", start.getEpochSecond())
        .put("end", end.getEpochSecond())
        .put("gmtoffset", local.getOffset().getTotalSeconds());
  }
}
