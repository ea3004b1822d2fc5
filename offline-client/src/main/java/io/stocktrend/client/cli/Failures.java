package io.stocktrend.client.cli;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.format.UnwritableFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Turns failures into one line on standard error and an exit code. */
final class Failures {
  private Failures() {}

  static void handle(CommandLine commandLine, PrintStream err) {
    commandLine.setParameterExceptionHandler(
        (exception, arguments) -> {
          tell(err, usage(exception));
          return ExitCode.USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (exception, command, result) -> {
          if (isReaderGone(exception)) {
            return ExitCode.OK;
          }
          tell(err, message(exception));
          return exitCode(exception);
        });
  }

  /** Says what does not keep the answer from being given. */
  static void warn(PrintStream err, String message) {
    tell(err, "warning: " + message);
  }

  private static void tell(PrintStream err, String message) {
    err.println("stocktrend: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  private static String usage(ParameterException exception) {
    return exception.getMessage()
        + " (see "
        + exception.getCommandLine().getCommandSpec().qualifiedName()
        + " --help)";
  }

  /** As in {@code stocktrend query … | head}. */
  private static boolean isReaderGone(Exception exception) {
    return exception instanceof IOException && "Broken pipe".equals(exception.getMessage());
  }

  private static int exitCode(Exception exception) {
    boolean asked = exception instanceof ClientException e && e.fault() == Fault.REQUEST;
    return asked ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static String message(Exception exception) {
    if (exception instanceof ClientException || exception instanceof UnwritableFileException) {
      return exception.getMessage();
    }
    if (exception instanceof FileSystemException file) {
      return "cannot write " + file.getFile() + ": " + reason(file);
    }
    if (exception instanceof IOException) {
      return "cannot write the answer: " + exception.getMessage();
    }
    return "failed unexpectedly, please report it: " + exception;
  }

  private static String reason(FileSystemException exception) {
    if (exception instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (exception instanceof AccessDeniedException) {
      return "permission denied";
    }
    return exception.getReason();
  }
}
