package io.stocktrend.source;

import io.stocktrend.source.http.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time that passes only while somebody sleeps, and remembers for how long. */
final class VirtualTime implements InstantSource {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  VirtualTime(Instant start) {
    restart(start);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  Clock clock() {
    return withZone(ZoneOffset.UTC);
  }

  Timing timing() {
    return new Timing(clock(), this::sleep, new Random(1));
  }

  /** Begins anew at that time, with no waits. */
  synchronized void restart(Instant start) {
    now = start;
    waits.clear();
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  private synchronized void sleep(Duration duration) {
    waits.add(duration);
    pass(duration);
  }

  /** How long the code under test has waited, wait by wait. */
  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }
}
