package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line whose fault a failure of DuckDB is, and what to do. */
final class DatabaseErrors {
  private static final Pattern REQUEST =
      Pattern.compile(
          "^(Parser|Binder|Catalog|Permission|Syntax|Conversion|Not implemented) Error");
  private static final Pattern PART = Pattern.compile("['\"]([^'\"]+\\.parquet)['\"]");
  private static final Pattern DECODING =
      Pattern.compile("(?i)protocol|thrift|snappy|zstd|gzip|decompress|parquet|page");

  private DatabaseErrors() {}

  static ClientException explain(SQLException failure) {
    String message = oneLine(failure);
    Matcher part = PART.matcher(message);
    if (REQUEST.matcher(message).find()) {
      return new ClientException(Fault.REQUEST, message, failure);
    }
    if (part.find()) {
      return unreadable(part.group(1), failure);
    }
    return new ClientException(Fault.DATA, message, failure);
  }

  /** The part file that a failure is about, where its message names one. */
  static Optional<Path> part(ClientException failure) {
    if (!(failure.getCause() instanceof SQLException cause)) {
      return Optional.empty();
    }
    Matcher part = PART.matcher(oneLine(cause));
    return part.find() ? Optional.of(Path.of(part.group(1))) : Optional.empty();
  }

  /** The failure that one part file makes for everybody. */
  static ClientException unreadable(String part, SQLException failure) {
    return new ClientException(
        Fault.DATA,
        "the part file %s cannot be read: move it away or restore it (%s)"
            .formatted(part, oneLine(failure)),
        failure);
  }

  /** Whether a part file is damaged, though the message does not say which. */
  static boolean isUnnamedDamage(SQLException failure) {
    String message = oneLine(failure);
    return !REQUEST.matcher(message).find()
        && !PART.matcher(message).find()
        && DECODING.matcher(message).find();
  }

  /** What stands before the quoted statement, without line breaks. */
  static String oneLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    int statement = message.indexOf("\n\nLINE ");
    String told = statement < 0 ? message : message.substring(0, statement);
    return told.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
