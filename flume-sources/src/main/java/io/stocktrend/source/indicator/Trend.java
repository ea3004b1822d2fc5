package io.stocktrend.source.indicator;

/** Where a price stands to its moving averages; the names are those of the column trend. */
public enum Trend {
  UP,
  DOWN,
  SIDEWAYS;

  /**
   * UP where the price is above the faster average and that above the slower, DOWN where it is the
   * other way round. The averages are those of 50 and 200 bars, or of 20 and 50 until there are 200
   * bars; null until there are 50.
   */
  static Trend of(double close, Double sma20, Double sma50, Double sma200) {
    if (sma50 == null) {
      return null;
    }
    return sma200 == null ? stacked(close, sma20, sma50) : stacked(close, sma50, sma200);
  }

  private static Trend stacked(double close, double fast, double slow) {
    if (close > fast && fast > slow) {
      return UP;
    }
    return close < fast && fast < slow ? DOWN : SIDEWAYS;
  }
}
