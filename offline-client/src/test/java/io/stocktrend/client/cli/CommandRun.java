package io.stocktrend.client.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one command, run in this process, wrote and how it ended. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(String... arguments) {
    return of(false, arguments);
  }

  static CommandRun of(boolean terminal, String... arguments) {
    return of(terminal, 80, arguments);
  }

  /** Into a file, so that no line is too wide. */
  static CommandRun wide(String... arguments) {
    return of(false, Integer.MAX_VALUE, arguments);
  }

  /** The same over that root, unless the arguments name another. */
  static CommandRun over(Path root, String... arguments) {
    return wide(with(root, arguments));
  }

  /** On a terminal over that root. */
  static CommandRun onTerminal(Path root, String... arguments) {
    return of(true, with(root, arguments));
  }

  private static String[] with(Path root, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    if (!all.contains("--data")) {
      all.addAll(List.of("--data", root.toString()));
    }
    return all.toArray(String[]::new);
  }

  private static CommandRun of(boolean terminal, int width, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exitCode = StockTrend.run(new Stdio(out, errors, terminal, width), arguments);
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
