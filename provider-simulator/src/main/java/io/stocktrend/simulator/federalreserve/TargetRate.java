package io.stocktrend.simulator.federalreserve;

import io.stocktrend.simulator.market.Noise;
import java.time.LocalDate;

/** The synthetic target range: quarters of a percent, one step a meeting at the most. */
final class TargetRate {

  private static final int FIRST_YEAR = 2015;
  private static final int FIRST_QUARTERS = 9;
  private static final int MOST_QUARTERS = 24;
  private static final double CUT = 0.2;
  private static final double RAISE = 0.8;

  private final long seed;

  TargetRate(long seed) {
    this.seed = Noise.seed(seed, "federalreserve.target");
  }

  /** The lower bound after that meeting, in quarters of a percent; the upper is one more. */
  int quarters(Meeting meeting) {
    int quarters = FIRST_QUARTERS;
    for (int year = FIRST_YEAR; year <= meeting.last().getYear(); year++) {
      for (Meeting each : Meeting.of(year)) {
        if (each.isRegular() && !each.last().isAfter(meeting.last())) {
          quarters = Math.max(0, Math.min(MOST_QUARTERS, quarters + step(each.last())));
        }
      }
    }
    return quarters;
  }

  private int step(LocalDate day) {
    double chance = Noise.uniform(seed, day.toEpochDay());
    if (chance < CUT) {
      return -1;
    }
    return chance > RAISE ? 1 : 0;
  }

  /** {@code 0}, {@code 1/4}, {@code 4-1/2}: as statements write it, with their own hyphen. */
  static String fraction(int quarters, String hyphen) {
    String whole = Integer.toString(quarters / 4);
    String part =
        switch (quarters % 4) {
          case 1 -> "1/4";
          case 2 -> "1/2";
          case 3 -> "3/4";
          default -> "";
        };
    if (part.isEmpty()) {
      return whole;
    }
    return quarters < 4 ? part : whole + hyphen + part;
  }
}
