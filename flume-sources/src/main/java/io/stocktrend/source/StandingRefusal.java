package io.stocktrend.source;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.Optional;

/**
 * Whether a provider refuses as a whole, so that it need not be asked for the rest: its day is
 * spent, or several answers in a row were refusals. A plan that does not cover one symbol looks
 * like a refused key, and one lost connection like an outage, so it takes a few. Safe for use by
 * several threads.
 */
final class StandingRefusal {
  private static final int REFUSED_IN_A_ROW = 3;
  private static final int ABSENT_IN_A_ROW = 5;

  private ProviderException refusal;
  private int refused;
  private int absent;

  /** The refusal of all, if there is one. */
  synchronized Optional<ProviderException> get() {
    return Optional.ofNullable(refusal);
  }

  synchronized void answered() {
    refused = 0;
    absent = 0;
  }

  synchronized void failed(ProviderException failure) {
    refused = failure.kind() == FailureKind.AUTHENTICATION ? refused + 1 : 0;
    absent = failure.kind().isTransient() ? absent + 1 : 0;
    boolean isForAll =
        failure.kind() == FailureKind.QUOTA
            || refused == REFUSED_IN_A_ROW
            || absent == ABSENT_IN_A_ROW;
    if (isForAll && refusal == null) {
      refusal = failure;
    }
  }
}
