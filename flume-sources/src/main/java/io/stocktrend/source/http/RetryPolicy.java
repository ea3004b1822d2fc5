package io.stocktrend.source.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which wait a transient failure is tried again: an immutable value, apart from
 * the code that waits.
 *
 * @param maxAttempts including the first
 * @param base the back-off before the second attempt; it doubles with each
 * @param cap the longest back-off
 * @param jitter the part of a back-off left to chance, from 0 to 1
 * @param patience the longest {@code Retry-After} that is waited for; beyond it the call gives up
 */
public record RetryPolicy(
    int maxAttempts, Duration base, Duration cap, double jitter, Duration patience) {

  /** Half a second doubling up to 30 s, half of it chance; two minutes of patience. */
  public static RetryPolicy of(int maxAttempts) {
    return new RetryPolicy(
        maxAttempts, Duration.ofMillis(500), Duration.ofSeconds(30), 0.5, Duration.ofMinutes(2));
  }

  /** The back-off after so many attempts (1, 2, …) that have failed. */
  public Duration backOff(int failedAttempts, RandomGenerator random) {
    double exponential = (double) base.toMillis() * Math.pow(2, failedAttempts - 1);
    double bounded = Math.min(exponential, (double) cap.toMillis());
    return Duration.ofMillis(Math.round(bounded * (1 - jitter * random.nextDouble())));
  }
}
