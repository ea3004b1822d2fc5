package io.stocktrend.source.provider;

/**
 * The figures of one bar, rounded to the provider's precision; null where it says nothing.
 *
 * @param volume shares
 * @param adjClose close adjusted for splits and dividends
 */
public record BarValues(
    Double open, Double high, Double low, double close, Long volume, Double adjClose) {
  long tradedOrNone() {
    return volume == null ? -1 : volume;
  }
}
