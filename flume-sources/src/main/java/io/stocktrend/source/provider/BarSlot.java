package io.stocktrend.source.provider;

import io.stocktrend.source.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a session that one bar is about.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record BarSlot(Instant start, Instant end) {
  /** The slot of a session in which that instant lies, none outside the session's hours. */
  public static Optional<BarSlot> at(Instant instant, Session session, BarInterval interval) {
    if (instant.isBefore(session.open()) || !instant.isBefore(session.close())) {
      return Optional.empty();
    }
    if (interval == BarInterval.DAILY) {
      return Optional.of(new BarSlot(session.open(), session.close()));
    }
    long number = Duration.between(session.open(), instant).dividedBy(interval.length());
    Instant start = session.open().plus(interval.length().multipliedBy(number));
    Instant end = start.plus(interval.length());
    return Optional.of(new BarSlot(start, end.isAfter(session.close()) ? session.close() : end));
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}
