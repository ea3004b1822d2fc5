package io.stocktrend.source.indicator;

import java.nio.ByteBuffer;

/** Wilder's relative strength index: averages of gains and losses that begin as plain means. */
final class Rsi {
  static final int BYTES = Integer.BYTES + 2 * Double.BYTES;

  private final int length;
  private int changes;
  private double gain;
  private double loss;

  Rsi(int length) {
    this.length = length;
  }

  void add(double change) {
    gain = smoothed(gain, Math.max(change, 0));
    loss = smoothed(loss, Math.max(-change, 0));
    changes = Math.min(changes + 1, length);
  }

  private double smoothed(double average, double value) {
    return changes < length ? average + value / length : (average * (length - 1) + value) / length;
  }

  /** From 0 to 100, null until there are enough changes. */
  Double value() {
    if (changes < length) {
      return null;
    }
    double both = gain + loss;
    return both == 0 ? 50 : 100 * gain / both;
  }

  void save(ByteBuffer to) {
    to.putInt(changes).putDouble(gain).putDouble(loss);
  }

  void restore(ByteBuffer from) {
    changes = from.getInt();
    gain = from.getDouble();
    loss = from.getDouble();
    if (changes < 0 || changes > length) {
      throw new IllegalArgumentException("an index of " + length + " over " + changes + " changes");
    }
  }
}
