package io.stocktrend.client.cli;

import io.stocktrend.client.MarketDataClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers any SQL that only reads. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs SQL that only reads (DuckDB's dialect) over the collected data.",
    footer = {
      "",
      "Views: financial_data, stock_movements, news_data, macroeconomic_data and",
      "policy_data with the newest version of each fact, and <dataset>_all with",
      "every version. Beside the columns of 'stocktrend schema DATASET' they have",
      "date, the day of collected_at."
    })
final class SqlCommand implements Callable<Integer> {
  private final Stdio stdio;

  @Parameters(paramLabel = "SQL", description = "One statement, e.g. \"SELECT …\".")
  private String sql;

  @Mixin private DataOption data;
  @Mixin private OutputOptions output;

  SqlCommand(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (MarketDataClient client = data.open(stdio)) {
      output.write(client.question(sql), stdio);
    }
    return 0;
  }
}
