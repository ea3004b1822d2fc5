package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;

/** Asks one provider for the observations of one macroeconomic series. */
@FunctionalInterface
public interface ObservationProvider {
  /**
   * The series, with its vintages where the provider has them.
   *
   * @throws ProviderException if there is no usable answer
   * @throws InterruptedException if the agent stops
   */
  SeriesValues observations(SeriesQuery query) throws ProviderException, InterruptedException;
}
