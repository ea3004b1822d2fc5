package io.stocktrend.client.cli;

import java.io.PrintStream;
import java.util.function.DoubleConsumer;

/**
 * Shows on a terminal which part of a long export is done, from its second second on; elsewhere it
 * shows nothing.
 */
public final class ProgressBar implements DoubleConsumer, AutoCloseable {
  private static final int WIDTH = 40;
  private static final long FIRST_MILLIS = 1000;
  private static final long BETWEEN_MILLIS = 200;

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private long nextMillis = FIRST_MILLIS;

  private ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A bar on that standard error, if answers go to a terminal. */
  public static ProgressBar on(Stdio stdio) {
    return new ProgressBar(stdio.err(), stdio.terminal());
  }

  @Override
  public synchronized void accept(double part) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (terminal && millis >= nextMillis) {
      nextMillis = millis + BETWEEN_MILLIS;
      out.print("\r" + bar(part));
      out.flush();
    }
  }

  static String bar(double part) {
    double bounded = Math.min(1, Math.max(0, part));
    int done = (int) (WIDTH * bounded);
    return "[%s%s] %3.0f %%".formatted("#".repeat(done), ".".repeat(WIDTH - done), bounded * 100);
  }

  /** Takes the bar away. */
  @Override
  public synchronized void close() {
    if (nextMillis > FIRST_MILLIS) {
      out.print("\r" + " ".repeat(bar(1).length()) + "\r");
      out.flush();
    }
  }
}
