package io.stocktrend.simulator.market;

import java.time.Instant;

/**
 * A company's figures at one instant, from which every provider's answer is made; prices in
 * dollars.
 *
 * @param session the session that is open, or the last one
 * @param time the last trade
 * @param day the session so far
 * @param previousClose the close of the session before
 */
public record Quote(
    Company company, Session session, Instant time, Bar day, double previousClose, YearRange year) {

  /** The last price. */
  public double price() {
    return day.close();
  }

  /** Change against the previous close, in dollars. */
  public double change() {
    return price() - previousClose;
  }

  /** Change against the previous close, as a fraction. */
  public double changeFraction() {
    return price() / previousClose - 1;
  }

  /** Price times shares, in whole dollars. */
  public long marketCap() {
    return Math.round(price() * company.fundamentals().shares());
  }

  /** Price by trailing earnings; negative for a loss. */
  public double trailingPe() {
    return price() / company.fundamentals().eps();
  }

  /** Price by expected earnings. */
  public double forwardPe() {
    return price() / company.fundamentals().epsForward();
  }

  /** Dividend rate by price, as a fraction. */
  public double dividendYield() {
    return company.fundamentals().dividendRate() / price();
  }
}
