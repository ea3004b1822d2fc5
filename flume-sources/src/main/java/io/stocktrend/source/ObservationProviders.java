package io.stocktrend.source;

import io.stocktrend.source.provider.ObservationProvider;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.alphavantage.AlphaVantageObservationProvider;
import io.stocktrend.source.provider.fred.FredObservationProvider;
import io.stocktrend.source.provider.worldbank.WorldBankObservationProvider;
import java.util.List;

/** The providers of macroeconomic series, in the order in which they are asked by default. */
final class ObservationProviders {
  static final List<ProviderEntry<ObservationProvider>> ALL =
      List.of(
          ProviderEntry.keyed("fred", FredObservationProvider::new),
          ProviderEntry.keyless("worldbank", WorldBankObservationProvider::new),
          ProviderEntry.keyed("alphavantage", AlphaVantageObservationProvider::new));

  private ObservationProviders() {}
}
