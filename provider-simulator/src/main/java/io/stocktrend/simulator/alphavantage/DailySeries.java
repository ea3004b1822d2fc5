package io.stocktrend.simulator.alphavantage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The last 100 sessions as texts, newest first; the first one so far while it runs. */
record DailySeries(SyntheticMarket market, Quote quote) {

  private static final int COMPACT = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(Session.ZONE);

  ObjectNode json(Instant now) {
    Session last = quote.session();
    ObjectNode json = SimulatedAlphaVantage.object();
    json.putObject("Meta Data")
        .put("1. Information", "Daily Prices (open, high, low, close) and Volumes")
        .put("2. Symbol", quote.company().symbol())
        .put(
            "3. Last Refreshed",
            last.isRunningAt(now) ? TIME.format(quote.time()) : last.date().toString())
        .put("4. Output Size", "Compact")
        .put("5. Time Zone", "US/Eastern");
    ObjectNode days = json.putObject("Time Series (Daily)");
    Session session = last;
    for (int i = 0; i < COMPACT && !session.date().isBefore(Session.FIRST.date()); i++) {
      days.set(session.date().toString(), row(market.day(quote.company(), session, quote.time())));
      session = session.previous();
    }
    return json;
  }

  private static ObjectNode row(Bar bar) {
    return SimulatedAlphaVantage.object()
        .put("1. open", SimulatedAlphaVantage.price(bar.open()))
        .put("2. high", SimulatedAlphaVantage.price(bar.high()))
        .put("3. low", SimulatedAlphaVantage.price(bar.low()))
        .put("4. close", SimulatedAlphaVantage.price(bar.close()))
        .put("5. volume", Long.toString(bar.volume()));
  }
}
