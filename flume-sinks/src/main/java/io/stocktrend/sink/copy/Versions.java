package io.stocktrend.sink.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows with one id that the primary holds on a day: mostly one, more if an event was delivered
 * twice. Another store may hold any of them, since readers take one.
 */
final class Versions {
  private final List<RowHashes> rows = new ArrayList<>(1);
  private int met;

  void add(RowHashes row) {
    rows.add(row);
  }

  /** Says that the other store has a row with this id; whether it may have as many. */
  boolean meet() {
    met++;
    return met <= rows.size();
  }

  boolean isMissing() {
    return met == 0;
  }

  /** When the last of them was collected. */
  long collectedAt() {
    return rows.stream().mapToLong(RowHashes::collectedAt).max().orElseThrow();
  }

  /** The positions of the columns that differ from the most similar row; none if one is equal. */
  List<Integer> differences(RowHashes other) {
    List<Integer> fewest = null;
    for (RowHashes row : rows) {
      List<Integer> differences = row.differences(other);
      if (fewest == null || differences.size() < fewest.size()) {
        fewest = differences;
      }
    }
    return fewest;
  }
}
