package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows rows of one dataset. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Shows rows of a dataset by event_time: the newest version of each fact.",
    footer = {
      "",
      "T is 2026-11-01 (its start in UTC), 2026-11-01T14:30:00Z or",
      "2026-11-01T14:30:00+01:00.",
      "--symbol, --from, --to and --as-of come first; of what they leave, the",
      "newest version of each fact is taken; --where chooses among those.",
      "A fact of financial_data is a symbol, so it has one row a symbol:",
      "--all-versions shows its history."
    })
final class QueryCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = Candidates.Datasets.class,
      description = "Dataset; 'stocktrend datasets' lists them.")
  private Dataset dataset;

  @Mixin private RowOptions rows;
  @Mixin private DataOption data;
  @Mixin private OutputOptions output;

  QueryCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open(stdio)) {
      data.requireData(client, dataset);
      rows.symbols().check(client, dataset, stdio);
      output.write(rows.narrow(client.query(dataset)), stdio);
    }
    return 0;
  }
}
