package io.stocktrend.source;

import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.BarProvider;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.alphavantage.AlphaVantageBarProvider;
import io.stocktrend.source.provider.yahoo.YahooBarProvider;
import java.util.List;

/** The providers that have bars, in the order in which they are asked by default. */
final class BarProviders {
  private BarProviders() {}

  static List<ProviderEntry<BarProvider>> all(NyseCalendar calendar) {
    return List.of(
        ProviderEntry.keyless("yahoo", access -> new YahooBarProvider(access, calendar)),
        ProviderEntry.keyed(
            "alphavantage", access -> new AlphaVantageBarProvider(access, calendar)));
  }
}
