package io.stocktrend.agent.gaps;

import io.stocktrend.client.cli.ProgressBar;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.util.function.DoubleConsumer;

/** What a person is told of a backfill, on standard error, since standard output is for rows. */
final class BackfillReport {
  private static final int SHOWN = 5;

  private BackfillReport() {}

  /** Something that takes its time. */
  @FunctionalInterface
  interface Work {
    Filling.Outcome run(DoubleConsumer progress) throws IOException, InterruptedException;
  }

  static Filling.Outcome withProgress(Stdio stdio, Work work)
      throws IOException, InterruptedException {
    try (ProgressBar progress = ProgressBar.on(stdio)) {
      return work.run(progress);
    }
  }

  static void noHistory(Dataset dataset, Stdio stdio) {
    line(
        stdio,
        dataset.id() + " cannot be filled afterwards: its providers tell quotes of now only");
  }

  /** Whether all of it was obtained and stored. */
  static boolean tell(Dataset dataset, Filling.Outcome outcome, Stdio stdio) {
    long asked = outcome.answered().size();
    line(
        stdio,
        "%s: %d rows stored, %d items answered".formatted(dataset.id(), outcome.rows(), asked));
    outcome.failed().entrySet().stream()
        .limit(SHOWN)
        .forEach(each -> line(stdio, each.getKey() + ": " + each.getValue()));
    if (outcome.failed().size() > SHOWN) {
      line(stdio, "and " + (outcome.failed().size() - SHOWN) + " more were not obtained");
    }
    outcome.refused().stream().limit(SHOWN).forEach(each -> line(stdio, "refused: " + each));
    if (!outcome.isComplete()) {
      line(stdio, "not everything was obtained: the same command goes on with what is left");
    }
    return outcome.isComplete() && outcome.refused().isEmpty();
  }

  static void line(Stdio stdio, String text) {
    stdio.err().println("stocktrend: " + text);
    stdio.err().flush();
  }
}
