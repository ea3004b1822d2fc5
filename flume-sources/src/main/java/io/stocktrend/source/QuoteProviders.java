package io.stocktrend.source;

import io.stocktrend.source.market.NyseCalendar;
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
          ProviderEntry.keyed(
              "alphavantage",
              access -> new AlphaVantageQuoteProvider(access, NyseCalendar.packaged())));

  private static final int YAHOO_SYMBOLS_PER_CALL = 50;

  private QuoteProviders() {}

  /** The requests that so many symbols cost where no answer is incomplete. */
  static int requests(String provider, int symbols) {
    return switch (provider) {
      case "yahoo" -> (symbols + YAHOO_SYMBOLS_PER_CALL - 1) / YAHOO_SYMBOLS_PER_CALL;
      case "finnhub" -> 3 * symbols;
      case "alphavantage" -> 2 * symbols;
      default -> symbols;
    };
  }
}
