package io.stocktrend.sink.file;

/** Says why the headers of an event can never give a folder. */
public final class UnresolvablePathException extends Exception {
  private static final long serialVersionUID = 1L;

  UnresolvablePathException(String message) {
    super(message);
  }
}
