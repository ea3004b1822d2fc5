package io.stocktrend.agent;

import java.util.List;

/** An agent that may not start, with one line per error that says what to do. */
final class RefusedStartException extends Exception {
  private final List<String> errors;

  RefusedStartException(String error) {
    this(List.of(error));
  }

  RefusedStartException(List<String> errors) {
    super(String.join("; ", errors));
    this.errors = List.copyOf(errors);
  }

  List<String> errors() {
    return errors;
  }
}
