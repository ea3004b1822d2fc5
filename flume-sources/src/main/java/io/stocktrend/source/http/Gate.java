package io.stocktrend.source.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Decides whether a provider may be asked now, and learns from how it answered. */
final class Gate {
  private final Breaker breaker;
  private final RequestBudget budget;
  private final Timing timing;
  private final Duration patience;
  private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.EPOCH);

  Gate(Breaker breaker, RequestBudget budget, Timing timing, Duration patience) {
    this.breaker = breaker;
    this.budget = budget;
    this.timing = timing;
    this.patience = patience;
  }

  /** Returns when a request may be sent, or refuses it at once; what became of it must follow. */
  void admit() throws ProviderException, InterruptedException {
    breaker.admit();
    try {
      awaitPause();
      budget.admit();
    } catch (ProviderException | InterruptedException | RuntimeException e) {
      breaker.released();
      throw e;
    }
  }

  /** One request more within a call that was admitted, such as a redirect's. */
  void admitAnother() throws ProviderException, InterruptedException {
    budget.admit();
  }

  RequestBudget budget() {
    return budget;
  }

  void passed() {
    breaker.answered();
  }

  /** The answer never came to be judged, because the thread is to stop or the code is wrong. */
  void undecided() {
    breaker.released();
  }

  /** A spent quota, and a wait beyond patience, shut the provider until they are over. */
  void failed(ProviderException failure) throws ProviderException, InterruptedException {
    if (failure.kind() == FailureKind.UNAVAILABLE) {
      breaker.failed(failure);
    } else {
      breaker.answered();
    }
    Instant now = timing.clock().instant();
    Optional<Instant> until = failure.retryAfter().map(now::plus);
    if (failure.kind() == FailureKind.QUOTA) {
      budget.block(FailureKind.QUOTA, until.orElseGet(budget::nextDay));
    } else if (failure.kind().isTransient() && until.isPresent()) {
      leaveAlone(failure.kind(), now, until.get());
    }
  }

  /** Other calls wait as well: asking on would only prolong what the provider is tired of. */
  private void leaveAlone(FailureKind kind, Instant now, Instant until)
      throws ProviderException, InterruptedException {
    if (until.isAfter(now.plus(patience))) {
      budget.block(kind, until);
    } else {
      pausedUntil.accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private void awaitPause() throws InterruptedException {
    Duration wait = Duration.between(timing.clock().instant(), pausedUntil.get());
    if (!wait.isNegative() && !wait.isZero()) {
      timing.sleeper().sleep(wait);
    }
  }
}
