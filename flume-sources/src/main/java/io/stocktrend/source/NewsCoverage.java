package io.stocktrend.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the stories of one symbol were read at one provider.
 *
 * @param since everything published before it was read
 * @param gapEnd where the part begins that was read beyond a gap, equal to {@code since} without
 *     one
 * @param until everything from {@code gapEnd} to here was read
 */
record NewsCoverage(Instant since, Instant gapEnd, Instant until) {
  private static final String SEPARATOR = "/";

  /** Nothing was read yet; what was published before that time is not wanted. */
  static NewsCoverage none(Instant since) {
    return new NewsCoverage(since, since, since);
  }

  /** The coverage of a mark that {@link #print} made. */
  static NewsCoverage parse(String mark) {
    String[] times = mark.split(SEPARATOR, -1);
    Instant since = Instant.parse(times[0]);
    boolean hasGap = times.length == 3;
    return hasGap
        ? new NewsCoverage(since, Instant.parse(times[1]), Instant.parse(times[2]))
        : none(since);
  }

  String print() {
    return hasGap() ? String.join(SEPARATOR, "" + since, "" + gapEnd, "" + until) : "" + since;
  }

  boolean hasGap() {
    return gapEnd.isAfter(since);
  }

  /** The end of what is to be asked for next, if it is not now. */
  Optional<Instant> end() {
    return hasGap() ? Optional.of(gapEnd) : Optional.empty();
  }

  /**
   * The coverage after an answer.
   *
   * @param from from when on it was complete
   * @param newUntil up to when
   */
  NewsCoverage after(Instant from, Instant newUntil) {
    boolean isStuck = hasGap() && !from.isBefore(gapEnd);
    if (!from.isAfter(since) || isStuck) {
      return none(hasGap() ? until : later(newUntil));
    }
    return new NewsCoverage(since, from, hasGap() ? until : later(newUntil));
  }

  /** An answer never takes back what was read before. */
  private Instant later(Instant newUntil) {
    return newUntil.isAfter(since) ? newUntil : since;
  }
}
