package io.stocktrend.source.http;

import java.time.Duration;
import java.time.Instant;

/** Decides whether a provider may be asked now, and learns from how it answered. */
final class Gate {
  private final Breaker breaker;
  private final RequestBudget budget;
  private final Timing timing;
  private final Duration patience;

  Gate(Breaker breaker, RequestBudget budget, Timing timing, Duration patience) {
    this.breaker = breaker;
    this.budget = budget;
    this.timing = timing;
    this.patience = patience;
  }

  /**
   * Returns when a request may be sent, or refuses it at once; {@link #passed} or so must follow.
   */
  void admit() throws ProviderException, InterruptedException {
    breaker.admit();
    boolean isAdmitted = false;
    try {
      budget.admit();
      isAdmitted = true;
    } finally {
      if (!isAdmitted) {
        breaker.released();
      }
    }
  }

  /** One request more within a call that was admitted, such as a redirect's. */
  void admitAnother() throws ProviderException, InterruptedException {
    budget.admit();
  }

  void passed() {
    breaker.answered();
  }

  void interrupted() {
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
    if (failure.kind() == FailureKind.QUOTA) {
      Instant until = failure.retryAfter().map(now::plus).orElseGet(budget::nextDay);
      budget.block(FailureKind.QUOTA, until);
    } else if (isBeyondPatience(failure)) {
      budget.block(failure.kind(), now.plus(failure.retryAfter().orElseThrow()));
    }
  }

  private boolean isBeyondPatience(ProviderException failure) {
    return failure.kind().isTransient()
        && failure.retryAfter().filter(wait -> wait.compareTo(patience) > 0).isPresent();
  }
}
