package io.stocktrend.record;

import java.io.IOException;

/** Says that another process holds the lock of a folder: no retry helps while it runs. */
public final class FolderInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  public FolderInUseException(String message) {
    super(message);
  }
}
