package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;

/** Asks one provider for the bars of one symbol; safe for use by several threads. */
@FunctionalInterface
public interface BarProvider {
  /**
   * The bars from a time on, in one request where the provider allows that; none where it has the
   * symbol but nothing of that time.
   *
   * @throws ProviderException if it has no usable answer
   * @throws InterruptedException if the agent stops
   */
  BarSeries bars(BarRequest request) throws ProviderException, InterruptedException;
}
