package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.Bar;
import io.stocktrend.simulator.market.Quote;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.market.SyntheticMarket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The rows of a chart, oldest first, up to the quote's last trade. */
record ChartRows(SyntheticMarket market, Quote quote, boolean open) {

  /** Whole sessions; the last one carries the time of its last trade, also when it is over. */
  List<ChartRow> daily(ChartSpan span) {
    List<ChartRow> rows = new ArrayList<>();
    for (Session session : sessions(span)) {
      if (span.holds(session.open())) {
        Bar bar = market.day(quote.company(), session, quote.time());
        boolean isLast = session.equals(quote.session());
        rows.add(new ChartRow(session, isLast ? quote.time() : session.open(), bar));
      }
    }
    return rows;
  }

  /**
   * Parts of sessions at the start of each, and then, as recorded, one row without volume at the
   * last trade or the close.
   */
  List<ChartRow> intraday(ChartSpan span, int minutes) {
    List<ChartRow> rows = new ArrayList<>();
    for (Session session : sessions(span)) {
      addParts(rows, session, span, minutes);
    }
    Instant last = open ? quote.time() : quote.session().close();
    boolean onPart = !rows.isEmpty() && rows.get(rows.size() - 1).stamp().equals(last);
    if (span.holds(last) && !onPart) {
      rows.add(new ChartRow(quote.session(), last, standing(last)));
    }
    return rows;
  }

  private void addParts(List<ChartRow> rows, Session session, ChartSpan span, int minutes) {
    int traded = session.minutesAt(quote.time());
    int end = traded == session.minutes() ? traded : traded + 1;
    for (int from = 0; from < end; from += minutes) {
      Instant start = session.open().plus(from, ChronoUnit.MINUTES);
      if (span.holds(start)) {
        int to = Math.min(from + minutes, traded);
        rows.add(new ChartRow(session, start, market.bar(quote.company(), session, from, to)));
      }
    }
  }

  private Bar standing(Instant at) {
    double price = quote.price();
    return new Bar(at, price, price, price, price, 0);
  }

  private List<Session> sessions(ChartSpan span) {
    List<Session> sessions = new ArrayList<>();
    Session session = span.first();
    while (!session.date().isAfter(quote.session().date()) && session.open().isBefore(span.to())) {
      sessions.add(session);
      session = session.next();
    }
    return sessions;
  }
}
