package io.stocktrend.simulator;

import io.stocktrend.simulator.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rules in force. The first one whose turn it is acts on a request; a rule counts the requests
 * that reach it, so rules of one route follow each other. Thread-safe.
 */
final class FaultScript {

  private static final class Armed {
    private final Fault fault;
    private int reached;

    private Armed(Fault fault) {
      this.fault = fault;
    }

    private boolean acts() {
      boolean over = reached - (long) fault.after() >= fault.times();
      if (over) {
        return false;
      }
      reached++;
      return reached > fault.after();
    }
  }

  private final SortedSet<String> routes;
  private final List<Armed> armed = new ArrayList<>();

  FaultScript(Iterable<String> routeNames) {
    this.routes = new TreeSet<>();
    this.routes.add("*");
    for (String name : routeNames) {
      routes.add(name);
      routes.add(name.substring(0, name.indexOf('.')) + ".*");
    }
  }

  /**
   * Adds a rule after the others.
   *
   * @throws IllegalArgumentException if the route is unknown or a parameter is wrong
   */
  synchronized void add(Fault fault) {
    if (!routes.contains(fault.route())) {
      throw new IllegalArgumentException(
          "unknown route '" + fault.route() + "': use one of " + String.join(", ", routes));
    }
    fault.checkParameters();
    armed.add(new Armed(fault));
  }

  synchronized void clear() {
    armed.clear();
  }

  /** The rule that acts on this request, counted. */
  synchronized Optional<Fault> next(String route, Request request) {
    return armed.stream()
        .filter(rule -> matchesRoute(rule.fault.route(), route))
        .filter(rule -> matchesSymbol(rule.fault.symbol(), request))
        .filter(Armed::acts)
        .map(rule -> rule.fault)
        .findFirst();
  }

  static boolean sameSymbol(String one, String other) {
    return spelling(one).equals(spelling(other));
  }

  private static boolean matchesRoute(String pattern, String route) {
    if (pattern.endsWith("*")) {
      return route.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.equals(route);
  }

  private static boolean matchesSymbol(String symbol, Request request) {
    return symbol.isEmpty()
        || request.symbols().stream().anyMatch(asked -> sameSymbol(symbol, asked));
  }

  private static String spelling(String symbol) {
    return symbol.replace('-', '.').toUpperCase(Locale.ROOT);
  }
}
