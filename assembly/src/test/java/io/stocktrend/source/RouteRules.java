package io.stocktrend.source;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.ProviderSimulator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each kind of misbehaviour must lead to on one route: the common rule, and where the route
 * departs from it.
 *
 * @param name of the route
 * @param calls to it for two symbols when all is well
 * @param without members that other routes must lack, {@code route lacks a,b}, to be asked for here
 * @param departures from the common rule
 */
record RouteRules(
    String name, int calls, List<String> without, Map<FaultKind, Outcome> departures) {
  /** What becomes of the two symbols. */
  enum Outcome {
    /** The answer serves, or says that the provider knows nothing more. */
    SERVED,
    /** Refused at once; the next provider serves. */
    NEXT,
    /** Asked once more after the back-off, then the next provider serves. */
    RETRIED,
    /** Refused once for all symbols; the next provider serves. */
    ONCE,
    /** Asked once more with a new crumb, then the next provider serves. */
    RENEWED,
    /** Asked once more with a new crumb, after which the refusal counts as an answer. */
    RENEWED_SERVED;

    boolean isByNext() {
      return this != SERVED && this != RENEWED_SERVED;
    }

    int requests(int calls) {
      return switch (this) {
        case SERVED, NEXT -> calls;
        case RETRIED -> 2 * calls;
        case ONCE -> 1;
        case RENEWED, RENEWED_SERVED -> calls + 1;
      };
    }
  }

  /** Reads a line {@code route | calls | without | OUTCOME: KIND KIND; OUTCOME: KIND}. */
  static RouteRules parse(String line) {
    String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    Map<FaultKind, Outcome> departures = new EnumMap<>(FaultKind.class);
    for (String group : cells[3].isEmpty() ? new String[0] : cells[3].split(";", -1)) {
      String[] parts = group.split(":", -1);
      for (String kind : parts[1].strip().split(" ", -1)) {
        departures.put(FaultKind.valueOf(kind), Outcome.valueOf(parts[0].strip()));
      }
    }
    List<String> without = cells[2].isEmpty() ? List.of() : List.of(cells[2].split(";", -1));
    return new RouteRules(cells[0], Integer.parseInt(cells[1]), without, departures);
  }

  /** The common rule: what holds for any route that answers in JSON. */
  Outcome outcome(FaultKind kind) {
    Outcome common =
        switch (kind) {
          case CRUMB_429, STATUS, HANG, CUT -> Outcome.RETRIED;
          case HTML, TRUNCATED, OVERSIZED, REDIRECT -> Outcome.NEXT;
          case NOTE, INFORMATION, PREMIUM, ERROR_MESSAGE -> Outcome.NEXT;
          case SLOW, EMPTY, INVALID_CRUMB, NULL_ROW, SPLIT -> Outcome.SERVED;
          case MISSING_MEMBERS, FUTURE_TIME, NEGATIVE_PRICE -> Outcome.SERVED;
        };
    return departures.getOrDefault(kind, common);
  }

  /** The provider behind the route. */
  String provider() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Makes the source ask this route, which it does only for what others lack. */
  void lead(ProviderSimulator simulator) {
    for (String rule : without) {
      String[] parts = rule.strip().split(" lacks ", -1);
      simulator.inject(Fault.on(parts[0], FaultKind.MISSING_MEMBERS).with("members", parts[1]));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
