package io.stocktrend.source.provider.fred;

import io.stocktrend.source.provider.SeriesValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The vintages of a series, put together from windows of days that follow each other. FRED dates
 * what was released before a window with the window's first day, so that a value which only goes on
 * is no release.
 */
final class Vintages {
  private final LocalDate since;
  private final List<SeriesValue> values = new ArrayList<>();
  private final Map<LocalDate, SeriesValue> last = new HashMap<>();

  /**
   * @param since releases up to and including that day are left out; null for none
   */
  Vintages(LocalDate since) {
    this.since = since;
  }

  void add(FredObservationProvider.Window window, List<SeriesValue> found) {
    for (SeriesValue value : found) {
      boolean isKnown = since != null && !value.released().isAfter(since);
      if (!isKnown && !goesOn(window, value)) {
        values.add(value);
      }
    }
    found.forEach(value -> last.merge(value.date(), value, Vintages::later));
  }

  private boolean goesOn(FredObservationProvider.Window window, SeriesValue value) {
    SeriesValue before = last.get(value.date());
    return before != null
        && value.released().equals(window.from())
        && Objects.equals(before.value(), value.value());
  }

  private static SeriesValue later(SeriesValue one, SeriesValue other) {
    return other.released().isBefore(one.released()) ? one : other;
  }

  /** Release by release, oldest first. */
  List<SeriesValue> inOrder() {
    return values.stream()
        .sorted(Comparator.comparing(SeriesValue::released).thenComparing(SeriesValue::date))
        .toList();
  }
}
