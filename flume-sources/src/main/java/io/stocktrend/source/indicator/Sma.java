package io.stocktrend.source.indicator;

import java.nio.ByteBuffer;

/**
 * The mean of the last closes. What rounding takes from the running sum is kept beside it
 * (Neumaier's summation), so that it is as exact after many thousand bars as after the first.
 */
final class Sma {
  static final int BYTES = 2 * Double.BYTES;

  private final int length;
  private double sum;
  private double lost;

  Sma(int length) {
    this.length = length;
  }

  /** Takes a close that is not in the ring yet. */
  void add(double close, CloseRing before) {
    accumulate(close);
    if (before.seen() >= length) {
      accumulate(-before.ago(length));
    }
  }

  private void accumulate(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  /** The mean, null until there are enough closes. */
  Double value(long seen) {
    return seen < length ? null : (sum + lost) / length;
  }

  void save(ByteBuffer to) {
    to.putDouble(sum).putDouble(lost);
  }

  void restore(ByteBuffer from) {
    sum = from.getDouble();
    lost = from.getDouble();
  }
}
