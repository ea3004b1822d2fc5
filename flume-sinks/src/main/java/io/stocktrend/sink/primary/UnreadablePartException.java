package io.stocktrend.sink.primary;

import java.io.IOException;
import java.nio.file.Path;

/** Says which part file cannot be read as rows of its dataset, and what to do. */
public final class UnreadablePartException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadablePartException(Path part, String reason, Throwable cause) {
    super("the part file %s cannot be read: %s".formatted(part, reason), cause);
  }

  static UnreadablePartException damaged(Path part, Throwable cause) {
    return new UnreadablePartException(
        part, "move it away or restore it (" + cause.getMessage() + ")", cause);
  }
}
