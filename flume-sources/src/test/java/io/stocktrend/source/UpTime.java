package io.stocktrend.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A span in which an agent runs; between one and the next it is down. */
record UpTime(Instant from, Instant to) {
  /** Spans of minutes to days until the end, with restarts and outages of up to three weeks. */
  static List<UpTime> until(Instant end, Instant start, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<UpTime> spans = new ArrayList<>();
    Instant from = start;
    while (from.isBefore(end)) {
      Instant to = from.plus(span(random, 9));
      spans.add(new UpTime(from, to));
      from =
          to.plus(
              random.nextInt(3) == 0
                  ? span(random, 21)
                  : Duration.ofMillis(random.nextLong(90_000)));
    }
    return spans;
  }

  /** As often of minutes as of hours or days, to the millisecond. */
  private static Duration span(SplittableRandom random, int mostDays) {
    Duration unit =
        switch (random.nextInt(3)) {
          case 0 -> Duration.ofHours(1);
          case 1 -> Duration.ofDays(1);
          default -> Duration.ofDays(mostDays);
        };
    return Duration.ofMillis(1 + random.nextLong(unit.toMillis()));
  }

  boolean holds(Instant first, Instant last) {
    return !first.isBefore(from) && last.isBefore(to);
  }
}
