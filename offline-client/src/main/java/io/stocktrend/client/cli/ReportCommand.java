package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.format.CompleteFile;
import io.stocktrend.client.report.Report;
import io.stocktrend.client.report.ReportRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page about the collected data. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes one self-contained HTML page: prices with moving averages, RSI and MACD, news with"
          + " sentiment, macro series with revisions, policy events, freshness.",
      "It needs no network when it is looked at."
    },
    footer = {
      "",
      "T is 2026-11-01 (its start in UTC), 2026-11-01T14:30:00Z or",
      "2026-11-01T14:30:00+01:00."
    })
final class ReportCommand implements Callable<Integer> {
  private final Stdio stdio;
  private final Clock clock;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "File to write, report.html by default; complete or not there at all.")
  private Path output;

  @Option(
      names = "--symbol",
      split = ",",
      paramLabel = "A",
      description = "Symbols to show; the Mag 7 by default.")
  private List<String> symbols = List.of();

  @Option(names = "--as-of", paramLabel = "T", description = "Only what was known at T.")
  private Instant asOf;

  @Mixin private DataOption data;

  ReportCommand(Stdio stdio, Clock clock) {
    this.stdio = stdio;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open(stdio)) {
      Report report = new Report(client, request());
      write(report);
      tell(report);
    }
    return 0;
  }

  private ReportRequest request() {
    Instant now = clock.instant();
    List<String> wanted =
        symbols.stream().map(symbol -> symbol.strip().toUpperCase(Locale.ROOT)).toList();
    return new ReportRequest(wanted, asOf == null ? now : asOf, now, data.isSynthetic());
  }

  private void write(Report report) throws IOException {
    CompleteFile.write(
        output,
        draft -> {
          try (OutputStream out = Files.newOutputStream(draft)) {
            report.write(out);
          }
        });
  }

  private void tell(Report report) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s (%.1f MB): %s%n",
            output,
            Files.size(output) / 1e6,
            report.symbols().isEmpty() ? "no symbols yet" : String.join(" ", report.symbols()));
    stdio.out().write(line.getBytes(StandardCharsets.UTF_8));
  }
}
