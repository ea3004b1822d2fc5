package io.stocktrend.source.http;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The time and chance that limits, retries and the circuit breaker depend on. */
public record Timing(Clock clock, Sleeper sleeper, RandomGenerator random) {
  /** The machine's clock, real waits, and chance that differs from run to run. */
  public static Timing system() {
    return new Timing(
        Clock.systemUTC(), Sleeper.SYSTEM, () -> ThreadLocalRandom.current().nextLong());
  }
}
