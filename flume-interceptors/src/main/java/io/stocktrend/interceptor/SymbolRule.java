package io.stocktrend.interceptor;

import java.util.Set;
import java.util.function.Consumer;

/** A symbol is one of the configured universe. */
final class SymbolRule implements Rule {
  private final Set<String> universe;

  SymbolRule(Set<String> universe) {
    this.universe = universe;
  }

  @Override
  public void check(Facts facts, Consumer<String> faults) {
    facts
        .text("symbol")
        .filter(symbol -> !universe.contains(symbol))
        .ifPresent(
            symbol -> faults.accept("symbol " + symbol + " is not of the configured universe"));
  }
}
