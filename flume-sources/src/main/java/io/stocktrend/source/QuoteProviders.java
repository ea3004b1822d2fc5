package io.stocktrend.source;

import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.alphavantage.AlphaVantageQuoteProvider;
import io.stocktrend.source.provider.finnhub.FinnhubQuoteProvider;
import io.stocktrend.source.provider.yahoo.YahooQuoteProvider;
import java.util.List;

/** The providers that have quotes, in the order in which they are asked by default. */
final class QuoteProviders {
  static final List<ProviderEntry<QuoteProvider>> ALL =
      List.of(
          ProviderEntry.keyless("yahoo", YahooQuoteProvider::new),
          ProviderEntry.keyed("finnhub", FinnhubQuoteProvider::new),
          ProviderEntry.keyed("alphavantage", AlphaVantageQuoteProvider::new));

  private QuoteProviders() {}
}
