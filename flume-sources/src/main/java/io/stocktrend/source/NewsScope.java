package io.stocktrend.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What stories are wanted.
 *
 * @param universe of symbols, day by day
 * @param names of companies by symbol, as far as they are known
 * @param lookback how far the first round reads back
 * @param concurrency requests under way at once
 * @param schedule when rounds are due
 */
record NewsScope(
    Universe universe,
    Map<String, String> names,
    Duration lookback,
    int concurrency,
    Schedule schedule,
    Clock clock) {

  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /** The symbols of today. */
  List<String> symbols() {
    return universe.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** The name of a company, empty where it is not known. */
  String name(String symbol) {
    return names.getOrDefault(symbol, "");
  }

  /** The part of a day until the next round is due, at most the whole. */
  double partOfDay() {
    Instant now = clock.instant();
    double seconds = Duration.between(now, schedule.after(now)).toSeconds();
    return Math.min(1, seconds / DAY_SECONDS);
  }
}
