package io.stocktrend.source.provider;

import io.stocktrend.source.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for its sleeper and for what the test lets pass. */
public final class SteppedTime extends Clock {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  public SteppedTime(String start) {
    this.now = Instant.parse(start);
  }

  /** This time, with back-offs of full length. */
  public Timing timing() {
    return new Timing(this, this::sleep, () -> 0L);
  }

  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a sleep of " + duration);
    }
    waits.add(duration);
    now = now.plus(duration);
  }

  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  public synchronized void set(String instant) {
    now = Instant.parse(instant);
  }

  public synchronized List<Duration> waits() {
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
