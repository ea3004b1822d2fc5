package io.stocktrend.client.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes to.
 *
 * @param out answers; unlike {@code System.out} it tells when the reader has gone
 * @param err errors
 * @param terminal whether a person reads the answers
 * @param width columns of that terminal, or {@link Integer#MAX_VALUE} for no limit
 */
public record Stdio(OutputStream out, PrintStream err, boolean terminal, int width) {
  private static final int NARROWEST = 80;

  /** That of this process. */
  public static Stdio ofProcess() {
    boolean terminal = isTerminal(System.console());
    return new Stdio(
        new FileOutputStream(FileDescriptor.out),
        System.err,
        terminal,
        width(columns(terminal), terminal));
  }

  /** What the shell has exported, else what the terminal says; null where neither does. */
  private static String columns(boolean terminal) {
    String exported = System.getenv("COLUMNS");
    return exported == null && terminal ? ofTerminal() : exported;
  }

  private static String ofTerminal() {
    try {
      Process size =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader answer = size.inputReader(StandardCharsets.US_ASCII)) {
        String line = answer.readLine();
        return line == null ? null : line.replaceFirst("^.* ", "");
      }
    } catch (IOException e) {
      // A system without stty or terminals: the usual width will do.
      return null;
    }
  }

  static int width(String columns, boolean terminal) {
    if (columns != null && columns.strip().matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(columns.strip());
    }
    return terminal ? NARROWEST : Integer.MAX_VALUE;
  }

  // Since Java 22 there is a console without a terminal too, and a method that tells them apart.
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal failed", e);
    }
  }
}
