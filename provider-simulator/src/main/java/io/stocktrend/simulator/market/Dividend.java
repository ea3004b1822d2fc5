package io.stocktrend.simulator.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A dividend of one quarter.
 *
 * @param exSession the first session without a claim to it
 * @param amount dollars per share
 */
public record Dividend(Session exSession, double amount) {

  private static final int EARLIEST_DAY = 9;

  /** A company's dividends with an ex-session between two, both inclusive, oldest first. */
  public static List<Dividend> between(Company company, Session from, Session to) {
    List<Dividend> dividends = new ArrayList<>();
    double rate = company.fundamentals().dividendRate();
    LocalDate month = from.date().withDayOfMonth(1);
    for (; rate > 0 && !month.isAfter(to.date()); month = month.plusMonths(1)) {
      Session ex = Session.onOrAfter(month.withDayOfMonth(EARLIEST_DAY));
      boolean within = !ex.date().isBefore(from.date()) && !ex.date().isAfter(to.date());
      if (month.getMonthValue() % 3 == 2 && within) {
        dividends.add(new Dividend(ex, rate / 4));
      }
    }
    return dividends;
  }
}
