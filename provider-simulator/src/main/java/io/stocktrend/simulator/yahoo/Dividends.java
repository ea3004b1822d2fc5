package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Dividend;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.util.List;

/** Dividends of a chart: its events, and what they take off the closes before them. */
record Dividends(SyntheticMarket market, Company company, List<Dividend> paid) {

  /** The close with every dividend after it taken off, as {@code adjclose} has it. */
  double adjusted(ChartRow row) {
    double close = row.bar().close();
    for (Dividend dividend : paid) {
      if (dividend.exSession().date().isAfter(row.session().date())) {
        close *= 1 - dividend.amount() / market.close(company, dividend.exSession().previous());
      }
    }
    return close;
  }

  /** The {@code dividends} map of a span, keyed by the ex-session's open. */
  ObjectNode events(ChartSpan span) {
    ObjectNode events = Wrapper.JSON.objectNode();
    for (Dividend dividend : paid) {
      Session session = dividend.exSession();
      if (span.holds(session.open())) {
        long stamp = session.open().getEpochSecond();
        events.putObject(Long.toString(stamp)).put("amount", dividend.amount()).put("date", stamp);
      }
    }
    return events;
  }
}
