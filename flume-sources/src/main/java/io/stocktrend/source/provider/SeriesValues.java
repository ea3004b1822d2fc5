package io.stocktrend.source.provider;

import java.time.LocalDate;
import java.util.List;

/**
 * What a provider answered about a series.
 *
 * @param values the older release of a date before the newer
 * @param through every release up to and including that day is in it; null where the provider has
 *     no vintages
 */
public record SeriesValues(List<SeriesValue> values, LocalDate through) {
  public SeriesValues {
    values = List.copyOf(values);
  }

  /** The values of a provider that tells only what is valid now. */
  public static SeriesValues current(List<SeriesValue> values) {
    return new SeriesValues(values, null);
  }
}
