package io.stocktrend.client;

/** A question that could not be answered; its message is one line that says what to do. */
public final class ClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Fault {
    /** What was asked for does not exist or is not allowed: ask otherwise. */
    REQUEST,
    /** The data or the machine: a missing root, an unreadable part file, a full disk. */
    DATA
  }

  private final Fault fault;

  public ClientException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public ClientException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Whose fault it is. */
  public Fault fault() {
    return fault;
  }
}
