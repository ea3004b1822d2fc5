package io.stocktrend.simulator.market;

import java.time.LocalDate;

/**
 * Lowest and highest price of the last 52 weeks, in dollars, with their sessions.
 *
 * @param closeBefore the close of the last session before the 52 weeks
 */
public record YearRange(
    double low, LocalDate lowDate, double high, LocalDate highDate, double closeBefore) {

  static YearRange startingAfter(double close) {
    return new YearRange(Double.MAX_VALUE, null, 0, null, close);
  }

  YearRange with(LocalDate date, Bar bar) {
    boolean lower = bar.low() < low;
    boolean higher = bar.high() > high;
    return new YearRange(
        lower ? bar.low() : low,
        lower ? date : lowDate,
        higher ? bar.high() : high,
        higher ? date : highDate,
        closeBefore);
  }
}
