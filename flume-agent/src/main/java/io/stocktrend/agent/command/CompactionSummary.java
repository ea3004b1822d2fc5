package io.stocktrend.agent.command;

import io.stocktrend.client.cli.ProgressLine;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.compact.CompactedDay;
import io.stocktrend.sink.compact.CompactionListener;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Adds up what has become of the days of one dataset, and says it as it happens. */
final class CompactionSummary implements CompactionListener {
  private final Dataset dataset;
  private final ProgressLine progress;
  private final PrintStream err;
  private int days;
  private int parts;
  private long rows;
  private long repeated;
  private long superseded;
  private long bytesBefore;
  private long bytesAfter;
  private boolean whole = true;

  CompactionSummary(Dataset dataset, ProgressLine progress, PrintStream err) {
    this.dataset = dataset;
    this.progress = progress;
    this.err = err;
  }

  @Override
  public void compacted(CompactedDay result) {
    days++;
    parts += result.parts();
    rows += result.rows();
    repeated += result.repeated();
    superseded += result.superseded();
    bytesBefore += result.bytesBefore();
    bytesAfter += result.bytesAfter();
    progress.show("%s: %,d rows in one file".formatted(result.day(), result.rows()));
  }

  @Override
  public void skipped(PrimaryDay day, IOException reason) {
    whole = false;
    progress.clear();
    err.println("stocktrend: " + day + " stays as it is: " + reason.getMessage());
  }

  /** Whether no day had to be skipped. */
  boolean isWhole() {
    return whole;
  }

  void print(PrintStream out) {
    progress.clear();
    if (days == 0) {
      out.println(dataset.id() + ": nothing to compact");
      return;
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %d files of %d days became %d; %d rows, %d repeated and %d superseded ones dropped;"
                + " %.1f MB became %.1f MB",
            dataset.id(),
            parts,
            days,
            days,
            rows,
            repeated,
            superseded,
            bytesBefore / 1e6,
            bytesAfter / 1e6));
  }
}
