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
  /**
   * The slot of a session in which an instant of its day lies: for a daily bar always the whole
   * session, because Yahoo dates the last one by its last trade, seconds after the close; for an
   * hourly bar none outside the session.
   */
  public static Optional<BarSlot> at(Instant instant, Session session, BarInterval interval) {
    if (interval == BarInterval.DAILY) {
      return Optional.of(new BarSlot(session.open(), session.close()));
    }
    if (instant.isBefore(session.open()) || !instant.isBefore(session.close())) {
      return Optional.empty();
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
