package io.stocktrend.sink.jdbc;

/** An event whose headers name no table that can be. */
final class UnusableTableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableTableException(String message) {
    super(message);
  }
}
