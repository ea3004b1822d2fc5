package io.stocktrend.source;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * When a source runs and what a round of it costs.
 *
 * @param zone of its schedule
 * @param after the first due time after an instant
 * @param stateDir where the folder of its cursor is, and its providers' spending
 * @param demands one of each provider, in the order in which they are asked
 */
public record SourcePlan(
    ZoneId zone, UnaryOperator<Instant> after, Path stateDir, List<Demand> demands) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LOOKED_AHEAD = Duration.ofDays(8);

  /** The next due times after that instant. */
  public List<Instant> nextRuns(Instant now, int count) {
    List<Instant> runs = new ArrayList<>();
    Instant run = now;
    while (runs.size() < count) {
      run = after.apply(run);
      runs.add(run);
    }
    return runs;
  }

  /** The most rounds in any 24 hours of the coming week; 1 for a source that is due more rarely. */
  public int roundsPerDay(Instant now) {
    List<Instant> runs = new ArrayList<>();
    Instant end = now.plus(LOOKED_AHEAD);
    for (Instant run = after.apply(now); run.isBefore(end); run = after.apply(run)) {
      runs.add(run);
    }
    int most = 1;
    int oldest = 0;
    for (int newest = 0; newest < runs.size(); newest++) {
      while (!runs.get(newest).isBefore(runs.get(oldest).plus(DAY))) {
        oldest++;
      }
      most = Math.max(most, newest - oldest + 1);
    }
    return most;
  }
}
