package io.stocktrend.source.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A clock that only its sleeper moves on; it remembers every wait. */
final class VirtualTime extends Clock {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  VirtualTime(String start) {
    this.now = Instant.parse(start);
  }

  /** This time, with chance that always draws zero: every back-off has its full length. */
  Timing timing() {
    return new Timing(this, this::sleep, () -> 0L);
  }

  Timing timing(long seed) {
    return new Timing(this, this::sleep, new SplittableRandom(seed));
  }

  synchronized void sleep(Duration duration) {
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
