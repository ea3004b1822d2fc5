package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what has been collected. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description = "Shows the five datasets: rows (all versions), part files, range, freshness.")
final class DatasetsCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Mixin private DataOption data;
  @Mixin private OutputOptions output;

  DatasetsCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open(stdio)) {
      output.write(client.datasets(), stdio);
    }
    return 0;
  }
}
