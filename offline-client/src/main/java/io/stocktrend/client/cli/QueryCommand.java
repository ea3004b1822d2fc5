package io.stocktrend.client.cli;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.DatasetQuery;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.Table;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Parameters(paramLabel = "DATASET", description = "Dataset; 'stocktrend datasets' lists them.")
  private Dataset dataset;

  @Option(
      names = "--symbol",
      split = ",",
      paramLabel = "A",
      description = "Symbols; in datasets without symbols, those that rows relate to.")
  private List<String> symbols;

  @Option(names = "--from", paramLabel = "T", description = "Earliest event_time.")
  private Instant from;

  @Option(names = "--to", paramLabel = "T", description = "End of the range, not in it.")
  private Instant to;

  @Option(names = "--as-of", paramLabel = "T", description = "Only what was known at T.")
  private Instant asOf;

  @Option(names = "--where", paramLabel = "SQL", description = "Condition, e.g. 'close > open'.")
  private String where;

  @Option(names = "--columns", split = ",", paramLabel = "a", description = "Columns to show.")
  private List<String> columns;

  @Option(names = "--limit", paramLabel = "N", description = "Most rows to show.")
  private Long limit;

  @Option(names = "--all-versions", description = "Every version of each fact.")
  private boolean allVersions;

  @Mixin private DataOption data;
  @Mixin private OutputOptions output;

  QueryCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open()) {
      requireData(client);
      try (Table answer = narrowed(client.query(dataset)).table()) {
        output.write(answer, stdio);
      }
    }
    return 0;
  }

  private DatasetQuery narrowed(DatasetQuery query) {
    if (symbols != null) {
      query.symbols(
          symbols.stream().map(symbol -> symbol.strip().toUpperCase(Locale.ROOT)).toList());
    }
    if (from != null) {
      query.from(from);
    }
    if (to != null) {
      query.to(to);
    }
    if (asOf != null) {
      query.asOf(asOf);
    }
    if (where != null) {
      query.where(where);
    }
    return chosen(query);
  }

  private DatasetQuery chosen(DatasetQuery query) {
    if (columns != null) {
      query.columns(columns.stream().map(String::strip).toList());
    }
    if (limit != null) {
      query.limit(limit);
    }
    return allVersions ? query.allVersions() : query;
  }

  private void requireData(MarketDataClient client) {
    if (client.partFiles(dataset).isEmpty()) {
      throw new ClientException(
          ClientException.Fault.DATA,
          ("no data yet in %s: start the agent that collects it (bin/flume-ng agent -n %s),"
                  + " or name another root with --data")
              .formatted(data.folder(dataset), dataset.agent()));
    }
  }
}
