package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import java.time.LocalDate;
import java.util.List;

/**
 * One row that two stores do not hold alike.
 *
 * @param columns those that differ, if the row is in both
 */
public record Difference(
    Dataset dataset, LocalDate day, Kind kind, String id, List<String> columns) {
  /** What the difference is, as seen from the primary. */
  public enum Kind {
    MISSING("is missing there"),
    EXTRA("is there, but not in the primary"),
    REPEATED("is there more than once"),
    DIFFERENT("differs in");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  public Difference {
    columns = List.copyOf(columns);
  }

  @Override
  public String toString() {
    String where = columns.isEmpty() ? "" : " " + String.join(", ", columns);
    return "%s %s: %s %s%s".formatted(dataset.id(), day, id, kind.text, where);
  }
}
