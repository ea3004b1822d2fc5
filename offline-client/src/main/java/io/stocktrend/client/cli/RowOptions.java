package io.stocktrend.client.cli;

import io.stocktrend.client.DatasetQuery;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose rows and columns of a dataset. */
final class RowOptions {
  @Mixin private SymbolOption symbols;

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

  @Option(
      names = "--adjusted",
      description = "Prices of stock_movements adjusted for splits and dividends.")
  private boolean adjusted;

  SymbolOption symbols() {
    return symbols;
  }

  /** The question, narrowed. */
  DatasetQuery narrow(DatasetQuery query) {
    if (symbols.given()) {
      query.symbols(symbols.names());
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
    if (adjusted) {
      query.adjusted();
    }
    return choose(query);
  }

  private DatasetQuery choose(DatasetQuery query) {
    if (where != null) {
      query.where(where);
    }
    if (columns != null) {
      query.columns(columns.stream().map(String::strip).toList());
    }
    if (limit != null) {
      query.limit(limit);
    }
    return allVersions ? query.allVersions() : query;
  }
}
