package io.stocktrend.simulator.yahoo;

import java.util.Map;
import java.util.Optional;

/**
 * The span of one chart row.
 *
 * @param minutes 0 for a whole session
 */
record Interval(String name, int minutes) {

  static final String SUPPORTED = "[1m, 5m, 15m, 30m, 60m, 1h, 1d]";

  private static final Map<String, Integer> MINUTES =
      Map.of("1m", 1, "5m", 5, "15m", 15, "30m", 30, "60m", 60, "1h", 60, "1d", 0);

  static Optional<Interval> named(String name) {
    return Optional.ofNullable(MINUTES.get(name)).map(minutes -> new Interval(name, minutes));
  }

  boolean isDaily() {
    return minutes == 0;
  }
}
