package io.stocktrend.client.cli;

import io.stocktrend.client.FeatureQuery;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows features for estimation. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    description =
        "Shows one row a symbol and session: what was known at its close, and the return after it.",
    footer = {
      "",
      "Indicators, news, macroeconomic values and FOMC meetings are as they were",
      "known at the session's close; the forward returns come from the newest",
      "known closes and are empty where the session is still to come.",
      "T is 2026-11-01 (its start in UTC), 2026-11-01T14:30:00Z or",
      "2026-11-01T14:30:00+01:00."
    })
final class FeaturesCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Mixin private SymbolOption symbols;

  @Option(names = "--from", paramLabel = "T", description = "Earliest open of a session.")
  private Instant from;

  @Option(names = "--to", paramLabel = "T", description = "End of the range, not in it.")
  private Instant to;

  @Option(names = "--as-of", paramLabel = "T", description = "Only what was known at T.")
  private Instant asOf;

  @Option(
      names = "--horizon",
      split = ",",
      paramLabel = "1d",
      defaultValue = "1d",
      description = "Forward returns to give, in sessions, e.g. 1d,5d; default 1d.")
  private List<Horizon> horizons;

  @Option(
      names = "--macro",
      split = ",",
      paramLabel = "a",
      description = "Macroeconomic columns to show; default all.")
  private List<String> macro = List.of();

  @Mixin private DataOption data;
  @Mixin private OutputOptions output;

  FeaturesCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open(stdio)) {
      data.requireData(client, Dataset.STOCK_MOVEMENTS);
      symbols.check(client, Dataset.STOCK_MOVEMENTS, stdio);
      output.write(narrowed(client.features()), stdio);
    }
    return 0;
  }

  private FeatureQuery narrowed(FeatureQuery query) {
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
    return query
        .horizons(horizons.stream().mapToInt(Horizon::sessions).toArray())
        .macro(macro.stream().map(String::strip).toList());
  }
}
