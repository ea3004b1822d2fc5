package io.stocktrend.sink.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.Field;
import io.stocktrend.sink.batch.RecordEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of records as a database driver takes them. */
final class RowValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RowValues() {}

  /** Why no database may hold a record, if so: unknown is null, never empty or not a number. */
  static Optional<String> refusal(DatasetRecord record, List<Column> columns) {
    if (record.recordId().isBlank()) {
      return Optional.of("its record_id is empty");
    }
    for (Column column : columns) {
      Object value = record.values().get(column.position());
      if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
        return Optional.of(notFinite(column.name(), number));
      }
      if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          if (entry.getValue() instanceof Double number && !Double.isFinite(number)) {
            return Optional.of(notFinite(column.name() + "['" + entry.getKey() + "']", number));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String notFinite(String name, Number value) {
    return name + " is " + value + ": an unknown value is null";
  }

  /** The names of the columns whose texts hold U+0000. */
  static List<String> withNul(RecordEvent row, List<Column> columns) {
    return columns.stream()
        .filter(column -> String.valueOf(value(row, column)).indexOf('\0') >= 0)
        .map(Column::name)
        .toList();
  }

  private static Object value(RecordEvent row, Column column) {
    return row.record().values().get(column.position());
  }

  static String text(RecordEvent row, Column column) {
    Object value = value(row, column);
    return value == null ? null : value.toString();
  }

  /** A number or a truth value as the record has it. */
  static Object plain(RecordEvent row, Column column) {
    return value(row, column);
  }

  static Double real(RecordEvent row, Column column) {
    return value(row, column) instanceof Number number ? (Double) number.doubleValue() : null;
  }

  static long collectedAt(RecordEvent row) {
    return (Long) row.record().values().get(Field.COLLECTED_AT.position());
  }

  static List<?> list(RecordEvent row, Column column) {
    return (List<?>) value(row, column);
  }

  /** The value of a map as a JSON object. */
  static String json(RecordEvent row, Column column) {
    if (!(value(row, column) instanceof Map<?, ?> map)) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    map.forEach((key, value) -> node.putPOJO(key.toString(), jsonValue(value)));
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is JSON", e);
    }
  }

  private static Object jsonValue(Object value) {
    return value instanceof CharSequence ? value.toString() : value;
  }
}
