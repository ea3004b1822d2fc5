package io.stocktrend.source;

import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProviderException;

/** What a provider's limit of 24 hours leaves. */
final class QuotaLeft {
  /** There is no such limit, or its spending cannot be read now. */
  static final int UNKNOWN = -1;

  private QuotaLeft() {}

  /** Requests that are left, or {@link #UNKNOWN}; an interrupt is kept for the caller. */
  static int of(ProviderClient client) {
    try {
      return client.leftToday().orElse(UNKNOWN);
    } catch (ProviderException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
