package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.cli.ProgressLine;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.sink.batch.FailureText;
import io.stocktrend.sink.copy.PrimaryReader;
import io.stocktrend.sink.copy.Reconciliation;
import io.stocktrend.sink.copy.StoreReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.flume.conf.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares a copy with the Parquet primary. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = "Compares a copy with the Parquet primary and names every difference.",
    footer = {
      "",
      "Days are those of collected_at in UTC. Rows that an agent is still on the",
      "way with count as differences. Exit code 1 if there is one."
    })
final class ReconcileCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "KIND",
      converter = CopyKind.Reading.class,
      description = "csv, json, jdbc or mongo.")
  private CopyKind kind;

  @Mixin private DatasetChoice datasets;

  @Option(names = "--from", paramLabel = "D", description = "First day, e.g. 2026-11-01.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "First day to leave out.")
  private LocalDate to;

  @Mixin private CopyOptions target;
  @Mixin private DataRoot data;

  ReconcileCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() {
    target.requireFor(kind);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new ClientException(
          Fault.REQUEST,
          "--to is %s: a day after --from (%s), because it is the first day to leave out"
              .formatted(to, from));
    }
    Path root = data.existing();
    PrintStream out = new PrintStream(stdio.out(), true, StandardCharsets.UTF_8);
    long differences = 0;
    for (Dataset each : datasets.chosen()) {
      differences += compare(each, root, out);
    }
    return differences == 0 ? 0 : 1;
  }

  private long compare(Dataset each, Path root, PrintStream out) {
    try (StoreReader store = target.reader(kind, root, each.agent())) {
      return compare(each, new PrimaryReader(root, data.encryption("")), store, out);
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA, "cannot compare " + each.id() + ": " + FailureText.of(e), e);
    }
  }

  private long compare(Dataset each, StoreReader primary, StoreReader store, PrintStream out)
      throws IOException {
    ProgressLine progress = new ProgressLine(stdio);
    DifferenceReport differences = new DifferenceReport(progress, out);
    Reconciliation reconciliation = new Reconciliation(primary, store, differences);
    SortedSet<LocalDate> days = days(each, primary, store);
    long rows = 0;
    try {
      for (LocalDate day : days) {
        progress.show(each.id() + " " + day);
        rows += reconciliation.compare(each, day);
      }
    } finally {
      progress.clear();
    }
    out.printf(
        Locale.ROOT,
        "%s: %d rows of %d days compared, %d differences%n",
        each.id(),
        rows,
        days.size(),
        differences.count());
    return differences.count();
  }

  private SortedSet<LocalDate> days(Dataset each, StoreReader primary, StoreReader store)
      throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>(primary.days(each));
    days.addAll(store.days(each));
    days.removeIf(day -> (from != null && day.isBefore(from)) || (to != null && !day.isBefore(to)));
    return days;
  }
}
