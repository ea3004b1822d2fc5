package io.stocktrend.simulator;

/** A command line that cannot be obeyed; the message says what to give instead. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
