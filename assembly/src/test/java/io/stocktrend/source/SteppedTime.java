package io.stocktrend.source;

import io.stocktrend.source.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for its sleeper and for what the test lets pass. */
final class SteppedTime extends Clock {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  SteppedTime(String start) {
    this.now = Instant.parse(start);
  }

  /** This time, with back-offs of full length. */
  Timing timing() {
    return new Timing(this, this::sleep, () -> 0L);
  }

  synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a sleep of " + duration);
    }
    waits.add(duration);
    now = now.plus(duration);
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  synchronized void set(String instant) {
    now = Instant.parse(instant);
  }

  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nothing here asks for another zone");
  }
}
