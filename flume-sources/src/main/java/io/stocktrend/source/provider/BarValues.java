package io.stocktrend.source.provider;

/**
 * The figures of one bar, rounded to the provider's precision; null where it says nothing.
 *
 * @param volume shares
 * @param adjClose close adjusted for splits and dividends
 */
public record BarValues(
    Double open, Double high, Double low, double close, Long volume, Double adjClose) {
  /**
   * The same without what the rest contradicts: a range that the close lies outside of, an open
   * outside of the range. Yahoo's bar of a session that has just begun has such an open.
   */
  public BarValues consistent() {
    boolean isRange = low == null || high == null || low <= high;
    Double floor = isRange && low != null && low <= close ? low : null;
    Double ceiling = isRange && high != null && high >= close ? high : null;
    boolean isWithin =
        open != null && (floor == null || open >= floor) && (ceiling == null || open <= ceiling);
    return new BarValues(isWithin ? open : null, ceiling, floor, close, volume, adjClose);
  }

  long tradedOrNone() {
    return volume == null ? -1 : volume;
  }
}
