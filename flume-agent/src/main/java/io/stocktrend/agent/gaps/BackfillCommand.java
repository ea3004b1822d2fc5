package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources;
import io.stocktrend.agent.AuditedSources.Found;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.NearestName;
import io.stocktrend.source.Expected;
import io.stocktrend.source.Stored;
import io.stocktrend.source.Wanted;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the providers for a range of the past and stores what is not there yet. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the providers for a range of the past.",
      "It keeps the limits of the agents, which may run meanwhile, and stores in the",
      "Parquet primary what is not there yet. A backfill that was cut off goes on",
      "when it is repeated.",
      "Exit code 1 if something could not be obtained, 2 if the dataset has no",
      "history to ask for."
    },
    footer = {"", "D is 2026-11-01 (its start in UTC) or a time such as", "2026-11-01T14:30:00Z."})
final class BackfillCommand implements Callable<Integer> {
  private static final Set<Dataset> OF_SYMBOLS =
      EnumSet.of(Dataset.FINANCIAL_DATA, Dataset.STOCK_MOVEMENTS, Dataset.NEWS_DATA);

  private final Clock clock;
  private final Stdio stdio;

  @Parameters(paramLabel = "DATASET", description = "Dataset.")
  private Dataset dataset;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "D",
      description = "Begin of the range by event_time.")
  private Instant from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "D",
      description = "End of the range, not in it.")
  private Instant to;

  @Option(
      names = "--symbol",
      split = ",",
      paramLabel = "A",
      description = "Only these symbols of the source's universe.")
  private List<String> symbols;

  @Mixin private AuditOptions options;

  BackfillCommand(Clock clock, Stdio stdio) {
    this.clock = clock;
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Wanted.Span span = span();
    try (AuditedSources sources = options.sources()) {
      boolean isComplete = true;
      for (var chosen : Chosen.of(Optional.of(dataset), sources, stdio).entrySet()) {
        if (!chosen.getValue().hasHistory()) {
          BackfillReport.noHistory(dataset, stdio);
          return CommandLine.ExitCode.USAGE;
        }
        isComplete &= fill(chosen.getKey(), wanted(chosen.getValue().expected(), span));
      }
      return isComplete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Wanted.Span span() {
    // A day's end, so that a repetition within the day asks for the same.
    Instant latest = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    Instant end = to.isAfter(latest) ? latest : to;
    if (!from.isBefore(end)) {
      throw new ClientException(
          Fault.REQUEST,
          "nothing is between --from %s and --to %s: give a range of the past".formatted(from, to));
    }
    return new Wanted.Span(from, end);
  }

  private List<Wanted> wanted(Expected expected, Wanted.Span span) {
    Set<String> items = Wants.items(expected, span);
    if (symbols != null) {
      items.retainAll(chosen(items));
    }
    return items.stream().map(item -> new Wanted(item, List.of(span))).toList();
  }

  private List<String> chosen(Set<String> items) {
    if (!OF_SYMBOLS.contains(dataset)) {
      throw new ClientException(
          Fault.REQUEST, dataset.id() + " is not collected by symbol: leave --symbol out");
    }
    List<String> chosen =
        symbols.stream().map(each -> each.strip().toUpperCase(Locale.ROOT)).toList();
    for (String symbol : chosen) {
      if (!items.contains(symbol)) {
        throw new ClientException(
            Fault.REQUEST,
            "the source does not collect '%s' in that range: %s"
                .formatted(symbol, NearestName.hint(symbol, items)));
      }
    }
    return chosen;
  }

  private boolean fill(Found found, List<Wanted> wanted) throws IOException, InterruptedException {
    options.makeRoot();
    try (MarketDataClient client = options.client();
        PrimaryStore store = options.store()) {
      Stored stored = new Ledger(client).of(dataset);
      Filling filling = new Filling(found, store);
      String job = "backfill " + from + " " + to;
      Filling.Outcome outcome =
          BackfillReport.withProgress(
              stdio, progress -> filling.run(job, wanted, stored, progress));
      return BackfillReport.tell(dataset, outcome, stdio);
    }
  }
}
