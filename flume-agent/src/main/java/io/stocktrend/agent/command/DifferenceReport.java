package io.stocktrend.agent.command;

import io.stocktrend.client.cli.ProgressLine;
import io.stocktrend.sink.copy.Difference;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Says each difference as it is found, in place of the progress, and counts them. */
final class DifferenceReport implements Consumer<Difference> {
  private final ProgressLine progress;
  private final PrintStream out;
  private long count;

  DifferenceReport(ProgressLine progress, PrintStream out) {
    this.progress = progress;
    this.out = out;
  }

  @Override
  public void accept(Difference difference) {
    count++;
    progress.clear();
    out.println(difference);
  }

  long count() {
    return count;
  }
}
