package io.stocktrend.client;

import java.util.Arrays;
import java.util.List;

/** Runs contestants in turns, so many rounds, after a round that does not count. */
record Contest(int rounds) {
  @FunctionalInterface
  interface Entry {
    /** How many rows it has read. */
    long rows() throws Exception;
  }

  /** The median of each in milliseconds. */
  double[] medians(List<Entry> entries) throws Exception {
    double[][] ms = new double[entries.size()][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < entries.size(); i++) {
        double time = time(entries.get(i));
        if (round >= 0) {
          ms[i][round] = time;
        }
      }
    }
    return Arrays.stream(ms).mapToDouble(Contest::median).toArray();
  }

  private static double time(Entry entry) throws Exception {
    long start = System.nanoTime();
    if (entry.rows() < 1) {
      throw new IllegalStateException("no rows");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
