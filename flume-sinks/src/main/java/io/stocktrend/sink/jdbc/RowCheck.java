package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a record before any database has seen it, or explains why one refused it. */
final class RowCheck {
  private RowCheck() {}

  /** Why no table may hold a record, if so: what is unknown is null, never empty or no number. */
  static Optional<String> refusal(RecordEvent row, List<Column> columns) {
    for (Column column : columns) {
      // By the column's type, since a look at every value's class would cost more.
      if (column.type() == ColumnType.DOUBLE) {
        Object value = RowValues.value(row, column);
        if (isNoNumber(value)) {
          return Optional.of(reason(column.name(), value));
        }
      } else if (column.type() == ColumnType.JSON) {
        Map<?, ?> map = (Map<?, ?>) RowValues.value(row, column);
        if (map != null && map.values().stream().anyMatch(RowCheck::isNoNumber)) {
          return Optional.of(reason(column, map));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNoNumber(Object value) {
    return (value instanceof Double || value instanceof Float)
        && !Double.isFinite(((Number) value).doubleValue());
  }

  private static String reason(Column column, Map<?, ?> map) {
    Stream<String> reasons =
        map.entrySet().stream()
            .filter(entry -> isNoNumber(entry.getValue()))
            .map(entry -> reason(column.name() + "['" + entry.getKey() + "']", entry.getValue()));
    return reasons.findFirst().orElseThrow();
  }

  private static String reason(String name, Object value) {
    return name + " is " + value + ": an unknown value is null";
  }

  /** The names of the columns whose texts hold U+0000. */
  static List<String> withNul(RecordEvent row, List<Column> columns) {
    return columns.stream()
        .filter(column -> String.valueOf(RowValues.value(row, column)).indexOf('\0') >= 0)
        .map(Column::name)
        .toList();
  }
}
