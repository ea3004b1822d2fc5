package io.stocktrend.record;

/** Says why the body of an event can never be read as a record of a dataset. */
public final class UndecodableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  public UndecodableEventException(String message) {
    super(message);
  }

  public UndecodableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
