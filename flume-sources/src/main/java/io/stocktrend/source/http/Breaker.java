package io.stocktrend.source.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a provider alone for a minute when half of its last answers failed to come; then two
 * requests try it again.
 */
final class Breaker {
  static final int REMEMBERED = 20;
  static final int FEWEST = 10;
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int TRIALS = 2;

  private final String provider;
  private final Clock clock;
  private final CircuitBreaker circuit;
  private volatile Instant until = Instant.MIN;
  private volatile String lastFailure = "";

  Breaker(String provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .clock(clock)
            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(REMEMBERED)
            .minimumNumberOfCalls(FEWEST)
            .failureRateThreshold(50)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(TRIALS)
            .build();
    this.circuit = CircuitBreaker.of(provider, config);
  }

  /** Takes a permission, which one of the other three calls gives back. */
  void admit() throws ProviderException {
    if (circuit.tryAcquirePermission()) {
      return;
    }
    Instant now = clock.instant();
    Instant end = until.isAfter(now) ? until : now.plusSeconds(1);
    throw new ProviderException(
        provider,
        FailureKind.UNAVAILABLE,
        "it failed repeatedly and is not asked before " + end + "; last: " + lastFailure,
        Duration.between(now, end));
  }

  void answered() {
    circuit.onSuccess(0, TimeUnit.MILLISECONDS);
    noteOpening();
  }

  void failed(ProviderException failure) {
    lastFailure = failure.getMessage();
    circuit.onError(0, TimeUnit.MILLISECONDS, failure);
    noteOpening();
  }

  /** The request was never sent. */
  void released() {
    circuit.releasePermission();
  }

  boolean isOpen() {
    return circuit.getState() == CircuitBreaker.State.OPEN;
  }

  private void noteOpening() {
    Instant now = clock.instant();
    if (circuit.getState() == CircuitBreaker.State.OPEN && !until.isAfter(now)) {
      until = now.plus(PAUSE);
    }
  }
}
