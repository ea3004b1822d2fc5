package io.stocktrend.client.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What one command, run in this process, wrote and how it ended. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(String... arguments) {
    return of(false, arguments);
  }

  static CommandRun of(boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exitCode = StockTrend.run(new Stdio(out, errors, terminal, 80), arguments);
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
