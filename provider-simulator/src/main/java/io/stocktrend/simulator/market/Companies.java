package io.stocktrend.simulator.market;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The S&amp;P 500 companies; names and sectors are real, all figures are drawn from the seed. */
public final class Companies {

  private final Map<String, Company> bySymbol;

  private Companies(Map<String, Company> bySymbol) {
    this.bySymbol = Collections.unmodifiableMap(bySymbol);
  }

  /** The companies with figures drawn from this seed. */
  public static Companies seeded(long seed) {
    Map<String, Fundamentals> anchors = new HashMap<>();
    for (String[] row : Resource.rows("anchors.tsv")) {
      anchors.put(row[0], anchor(row));
    }
    Map<String, Company> companies = new LinkedHashMap<>();
    for (String[] row : Resource.rows("companies.tsv")) {
      companies.put(row[0], company(row, anchors.get(row[0]), Noise.seed(seed, row[0])));
    }
    return new Companies(companies);
  }

  /** All companies, by symbol. */
  public Collection<Company> all() {
    return bySymbol.values();
  }

  /** The company of a symbol with a dot before the share class, in any case. */
  public Optional<Company> find(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol.toUpperCase(Locale.ROOT)));
  }

  private static Company company(String[] row, Fundamentals anchor, long seed) {
    boolean anchored = anchor != null;
    return new Company(
        row[0],
        row[1],
        row[2],
        anchored || Noise.uniform(seed, 0) < 0.25,
        anchored ? anchor : Fundamentals.drawn(seed));
  }

  private static Fundamentals anchor(String[] row) {
    return new Fundamentals(
        Double.parseDouble(row[1]),
        Math.round(Double.parseDouble(row[2]) * 1e6),
        Double.parseDouble(row[3]),
        Double.parseDouble(row[4]),
        Double.parseDouble(row[5]),
        Double.parseDouble(row[6]));
  }
}
