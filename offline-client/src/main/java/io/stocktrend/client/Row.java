package io.stocktrend.client;

import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Map;

/**
 * One row of an answer. Values are {@code String}, {@code Long}, {@code Double}, {@code Boolean},
 * {@code java.time.Instant}, {@code java.time.LocalDate}, {@code List}, {@code Map}, for computed
 * columns also {@code BigInteger} and {@code BigDecimal}, or null where unknown.
 */
public final class Row {
  private final Map<String, Integer> positions;
  private final List<Object> values;

  Row(Map<String, Integer> positions, List<Object> values) {
    this.positions = positions;
    this.values = values;
  }

  /**
   * The value of a column.
   *
   * @throws IllegalArgumentException if the answer has no such column
   */
  public Object get(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(
          "no column '" + column + "': " + NearestName.hint(column, positions.keySet()));
    }
    return values.get(position);
  }

  /** All values in the order of the columns; unmodifiable, may hold nulls. */
  public List<Object> values() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
