package io.stocktrend.sink.mongodb;

/** Says why MongoDB can never take a record. */
final class UnfitRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
