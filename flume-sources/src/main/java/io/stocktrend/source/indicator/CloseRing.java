package io.stocktrend.source.indicator;

import java.nio.ByteBuffer;

/** The last closes of a series, as many as the longest average looks back on. */
final class CloseRing {
  private final double[] closes;
  private long seen;

  CloseRing(int size) {
    this.closes = new double[size];
  }

  long seen() {
    return seen;
  }

  void add(double close) {
    closes[(int) (seen % closes.length)] = close;
    seen++;
  }

  /** The close so many bars ago, 1 for the last. */
  double ago(int bars) {
    return closes[(int) ((seen - bars) % closes.length)];
  }

  int bytes() {
    return Long.BYTES + kept() * Double.BYTES;
  }

  void save(ByteBuffer to) {
    to.putLong(seen);
    for (int bars = kept(); bars > 0; bars--) {
      to.putDouble(ago(bars));
    }
  }

  void restore(ByteBuffer from) {
    long saved = from.getLong();
    if (saved < 0) {
      throw new IllegalArgumentException("a series of " + saved + " bars");
    }
    seen = saved - Math.min(saved, closes.length);
    while (seen < saved) {
      add(from.getDouble());
    }
  }

  private int kept() {
    return (int) Math.min(seen, closes.length);
  }
}
