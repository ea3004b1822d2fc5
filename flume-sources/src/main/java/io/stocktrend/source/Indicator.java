package io.stocktrend.source;

import io.stocktrend.source.provider.Frequency;
import java.util.Map;

/**
 * A macroeconomic indicator of one country, and what its providers call it. All of them have it in
 * the same unit and at the same frequency, so that one can take another's place.
 *
 * @param name this project's, e.g. {@code real_gdp}
 * @param country ISO 3166-1 alpha-3
 * @param series the provider's name of the series, by provider
 */
record Indicator(
    String name, String country, String unit, Frequency frequency, Map<String, String> series) {
  Indicator {
    series = Map.copyOf(series);
  }

  /** The natural key of its observations without their date, e.g. {@code real_gdp|USA}. */
  String key() {
    return name + '|' + country;
  }

  /** The name and the country, as messages have them. */
  String title() {
    return name + " of " + country;
  }
}
