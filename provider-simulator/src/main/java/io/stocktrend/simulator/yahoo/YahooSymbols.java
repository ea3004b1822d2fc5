package io.stocktrend.simulator.yahoo;

import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Company;
import java.util.Optional;

/** Yahoo's spelling of symbols: a dash before a share class, as in {@code BRK-B}. */
record YahooSymbols(Companies companies) {

  Optional<Company> find(String symbol) {
    if (symbol.contains(".")) {
      return Optional.empty();
    }
    return companies.find(symbol.replace('-', '.'));
  }

  static String of(Company company) {
    return company.symbol().replace('.', '-');
  }
}
