package io.stocktrend.client.cli;

import io.stocktrend.client.Format;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes rows of one dataset into a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the rows that 'query' shows into a file, complete or not at all.",
    footer = {
      "",
      "In CSV a text that a spreadsheet would take for a formula, because it begins",
      "with = + - @, a tab or a carriage return, gets an apostrophe in front.",
      "T is 2026-11-01 (its start in UTC), 2026-11-01T14:30:00Z or",
      "2026-11-01T14:30:00+01:00."
    })
final class ExportCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      completionCandidates = Candidates.Datasets.class,
      description = "Dataset; 'stocktrend datasets' lists them.")
  private Dataset dataset;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "File; .csv, .json, .jsonl or .parquet says the format.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Candidates.FileFormats.class,
      description = "csv, json, jsonl or parquet, whatever the ending of FILE.")
  private Format format;

  @Option(names = "--raw", description = "In CSV, texts as they are.")
  private boolean raw;

  @Mixin private RowOptions rows;
  @Mixin private DataOption data;

  ExportCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() {
    Format chosen = format();
    try (MarketDataClient client = data.open(stdio);
        ProgressBar progress = ProgressBar.on(stdio)) {
      data.requireData(client, dataset);
      rows.symbols().check(client, dataset, stdio);
      rows.narrow(client.query(dataset)).export(file, chosen, progress);
    }
    return 0;
  }

  private Format format() {
    Format chosen = format == null ? Format.of(file) : format;
    return raw && chosen == Format.CSV ? Format.RAW_CSV : chosen;
  }
}
