package io.stocktrend.source.http;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits between the attempts of one call as its {@link RetryPolicy} says. */
final class Retries {
  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  private final RetryPolicy policy;
  private final Timing timing;

  Retries(RetryPolicy policy, Timing timing) {
    this.policy = policy;
    this.timing = timing;
  }

  /**
   * Returns when the next attempt is due.
   *
   * @throws ProviderException the failure itself, if no further attempt is worth it
   */
  void await(ProviderException failure, int failedAttempts)
      throws ProviderException, InterruptedException {
    if (!failure.kind().isTransient() || failedAttempts >= policy.maxAttempts()) {
      throw failure;
    }
    Duration wait =
        failure.retryAfter().orElseGet(() -> policy.backOff(failedAttempts, timing.random()));
    if (wait.compareTo(policy.patience()) > 0) {
      throw failure;
    }
    LOG.debug("attempt {} in {} after: {}", failedAttempts + 1, wait, failure.getMessage());
    timing.sleeper().sleep(wait);
  }
}
