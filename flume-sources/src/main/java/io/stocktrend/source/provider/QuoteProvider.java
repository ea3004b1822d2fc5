package io.stocktrend.source.provider;

import java.util.List;

/** Asks one provider for the current quotes of symbols. */
@FunctionalInterface
public interface QuoteProvider {
  /**
   * The quotes that the provider has, one symbol's failure costing no other symbol.
   *
   * @param symbols as the exchange spells them
   * @throws InterruptedException if the agent stops
   */
  Quotes quotes(List<String> symbols) throws InterruptedException;
}
