package io.stocktrend.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule of misbehaviour: which requests of a route get it, and what they get.
 *
 * @param route a route's name, {@code provider.*}, or {@code *}
 * @param symbol only requests for this symbol; empty for all
 * @param after how many matching requests are answered well first
 * @param times how many are then answered badly
 * @param parameters of the kind, by name
 */
public record Fault(
    String route,
    FaultKind kind,
    String symbol,
    int after,
    int times,
    Map<String, String> parameters) {

  /** For {@link #times}: never healthy again. */
  public static final int FOR_EVER = Integer.MAX_VALUE;

  public Fault {
    if (after < 0) {
      throw new IllegalArgumentException("after = " + after + ": give 0 or more");
    }
    if (times < 1) {
      throw new IllegalArgumentException("times = " + times + ": give 1 or more, or leave it out");
    }
    parameters = Map.copyOf(parameters);
  }

  /** A rule for every request of a route, for ever, without parameters. */
  public static Fault on(String route, FaultKind kind) {
    return new Fault(route, kind, "", 0, FOR_EVER, Map.of());
  }

  /** This rule for requests that name one symbol only. */
  public Fault forSymbol(String only) {
    return new Fault(route, kind, only, after, times, parameters);
  }

  /** This rule after so many healthy answers. */
  public Fault after(int healthy) {
    return new Fault(route, kind, symbol, healthy, times, parameters);
  }

  /** This rule for so many requests, after which the route is healthy again. */
  public Fault times(int faulty) {
    return new Fault(route, kind, symbol, after, faulty, parameters);
  }

  /** This rule with one more parameter. */
  public Fault with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value.toString());
    return new Fault(route, kind, symbol, after, times, more);
  }

  /**
   * Checks the parameters against the kind.
   *
   * @throws IllegalArgumentException naming a parameter that is missing, unknown or no number
   */
  void checkParameters() {
    List<String> allowed = new ArrayList<>(kind.requiredParameters());
    allowed.addAll(kind.optionalParameters());
    for (String name : parameters.keySet()) {
      if (!allowed.contains(name)) {
        throw new IllegalArgumentException(
            "kind " + kind.fileName() + " has no '" + name + "': it takes " + allowed);
      }
    }
    for (String name : kind.requiredParameters()) {
      if (!parameters.containsKey(name)) {
        throw new IllegalArgumentException("kind " + kind.fileName() + " needs '" + name + "'");
      }
    }
    number("status", 200, 100, 599);
    number("millis", 0, 0, Integer.MAX_VALUE);
    number("bytes", 1, 1, Integer.MAX_VALUE);
    number("retryAfterDate", 0, 0, Integer.MAX_VALUE);
    number("ratio", 2, 2, 1000);
    if (kind == FaultKind.SPLIT) {
      SplitFault.open(text("date", ""));
    }
    number("row", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  String text(String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return number(name, otherwise, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private int number(String name, int otherwise, int least, int most) {
    String text = parameters.get(name);
    if (text == null) {
      return otherwise;
    }
    boolean whole = text.matches("-?\\d{1,10}");
    long value = whole ? Long.parseLong(text) : Long.MIN_VALUE;
    if (!whole || value < least || value > most) {
      throw new IllegalArgumentException(
          name + " = " + text + ": give a whole number from " + least + " to " + most);
    }
    return (int) value;
  }
}
