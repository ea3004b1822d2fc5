package io.stocktrend.source.provider;

import io.stocktrend.record.Quote;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a provider answered, by symbol as the exchange spells it.
 *
 * @param found quotes with everything but identity and times of collection
 * @param failed why there is none; a symbol in neither map is not known to the provider
 */
public record Quotes(Map<String, Quote.Builder> found, Map<String, ProviderException> failed) {
  private static final int REFUSALS_FOR_ALL = 3;

  /** One symbol's quote. */
  @FunctionalInterface
  public interface Single {
    Quote.Builder ask(String symbol) throws ProviderException, InterruptedException;
  }

  /**
   * Asks symbol by symbol; once the provider refuses as a whole, the rest is not asked for. A plan
   * that does not cover a symbol looks like a refused key, so it takes several in a row.
   */
  public static Quotes oneByOne(List<String> symbols, Single single) throws InterruptedException {
    Quotes quotes = new Quotes(new LinkedHashMap<>(), new LinkedHashMap<>());
    ProviderException refusal = null;
    int refusedInARow = 0;
    for (String symbol : symbols) {
      if (refusal != null) {
        quotes.failed.put(symbol, refusal);
        continue;
      }
      try {
        quotes.found.put(symbol, single.ask(symbol));
        refusedInARow = 0;
      } catch (ProviderException e) {
        quotes.failed.put(symbol, e);
        refusedInARow = e.kind() == FailureKind.AUTHENTICATION ? refusedInARow + 1 : 0;
        boolean isForAll = e.kind() == FailureKind.QUOTA || refusedInARow == REFUSALS_FOR_ALL;
        refusal = isForAll ? e : null;
      }
    }
    return quotes;
  }
}
