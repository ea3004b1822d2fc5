package io.stocktrend.client.format;

import java.io.IOException;
import java.nio.file.Path;

/** A file that could not be written; the message names it and the reason. */
public final class UnwritableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnwritableFileException(Path file, String reason, Throwable cause) {
    super("cannot write " + file + ": " + reason, cause);
  }
}
