package io.stocktrend.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What stories are wanted.
 *
 * @param names of the companies by symbol, empty where a name is not known
 * @param lookback how far the first round reads back
 * @param concurrency requests under way at once
 * @param schedule when rounds are due
 */
record NewsScope(
    Map<String, String> names, Duration lookback, int concurrency, Schedule schedule, Clock clock) {

  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /** The part of a day until the next round is due, at most the whole. */
  double partOfDay() {
    Instant now = clock.instant();
    double seconds = Duration.between(now, schedule.after(now)).toSeconds();
    return Math.min(1, seconds / DAY_SECONDS);
  }
}
