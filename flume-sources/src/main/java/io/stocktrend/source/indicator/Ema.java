package io.stocktrend.source.indicator;

import java.nio.ByteBuffer;

/** The exponential average that begins as the mean of its first values; smoothing 2/(n+1). */
final class Ema {
  static final int BYTES = Integer.BYTES + Double.BYTES;

  private final int length;
  private int seen;
  private double average;

  Ema(int length) {
    this.length = length;
  }

  void add(double value) {
    if (seen == length) {
      average += (value - average) * 2 / (length + 1);
      return;
    }
    // A sum until the average can begin.
    average += value;
    seen++;
    if (seen == length) {
      average /= length;
    }
  }

  /** The average, null until there are enough values. */
  Double value() {
    return seen < length ? null : average;
  }

  void save(ByteBuffer to) {
    to.putInt(seen).putDouble(average);
  }

  void restore(ByteBuffer from) {
    seen = from.getInt();
    average = from.getDouble();
    if (seen < 0 || seen > length) {
      throw new IllegalArgumentException("an average of " + length + " over " + seen + " values");
    }
  }
}
