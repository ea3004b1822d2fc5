package io.stocktrend.client.cli;

import java.util.function.DoubleConsumer;

/**
 * Shows on a terminal which part of a long command is done, from its second second on; elsewhere it
 * shows nothing.
 */
public final class ProgressBar implements DoubleConsumer, AutoCloseable {
  private static final int WIDTH = 40;
  private static final long FIRST_MILLIS = 1000;
  private static final long BETWEEN_MILLIS = 200;

  private final ProgressLine line;
  private final long start = System.nanoTime();
  private long nextMillis = FIRST_MILLIS;

  private ProgressBar(ProgressLine line) {
    this.line = line;
  }

  /** A bar on that standard error, if answers go to a terminal. */
  public static ProgressBar on(Stdio stdio) {
    return new ProgressBar(new ProgressLine(stdio));
  }

  @Override
  public synchronized void accept(double part) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (millis >= nextMillis) {
      nextMillis = millis + BETWEEN_MILLIS;
      line.show(bar(part));
    }
  }

  /** A bar and a percentage; what is below 0 or above 1 counts as that. */
  public static String bar(double part) {
    double bounded = Math.min(1, Math.max(0, part));
    int done = (int) (WIDTH * bounded);
    return "[%s%s] %3.0f %%".formatted("#".repeat(done), ".".repeat(WIDTH - done), bounded * 100);
  }

  /** Takes the bar away. */
  @Override
  public synchronized void close() {
    line.clear();
  }
}
