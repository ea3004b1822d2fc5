package io.stocktrend.sink.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.Field;
import io.stocktrend.sink.batch.RecordEvent;
import java.util.List;
import java.util.Map;

/** The values of records as a database driver takes them. */
final class RowValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RowValues() {}

  /** The value as the record has it. */
  static Object value(RecordEvent row, Column column) {
    return row.record().values().get(column.position());
  }

  static String text(RecordEvent row, Column column) {
    Object value = value(row, column);
    return value == null ? null : value.toString();
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
    map.forEach((key, value) -> node.set(key.toString(), JSON.valueToTree(jsonValue(value))));
    return node.toString();
  }

  private static Object jsonValue(Object value) {
    return value instanceof CharSequence ? value.toString() : value;
  }
}
