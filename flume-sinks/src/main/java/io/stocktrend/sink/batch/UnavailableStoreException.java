package io.stocktrend.sink.batch;

import java.io.IOException;

/** A store that takes nothing now but may later, and what its owner can do about it. */
public final class UnavailableStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /** The message says in one line what is wrong, the advice what to do. */
  public UnavailableStoreException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  public String advice() {
    return advice;
  }
}
