package io.stocktrend.sink.text;

import java.nio.charset.StandardCharsets;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Values whose text is the same in every text format: numbers, flags, dates and times. */
final class Plain {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private Plain() {}

  static ValueText of(Schema schema, NumberText numbers, TimeText times) {
    return switch (schema.getType()) {
      case LONG ->
          isTime(schema)
              ? (out, value) -> times.putTime(out, (Long) value)
              : (out, value) -> NumberText.put(out, (Long) value);
      case INT ->
          isTime(schema)
              ? (out, value) -> times.putDate(out, (Integer) value)
              : (out, value) -> NumberText.put(out, (Integer) value);
      case DOUBLE, FLOAT -> (out, value) -> numbers.put(out, ((Number) value).doubleValue());
      case BOOLEAN -> (out, value) -> out.put((Boolean) value ? TRUE : FALSE);
      default -> throw new IllegalArgumentException("not plain: " + schema.getType());
    };
  }

  /**
   * Whether it is a time in microseconds or a date.
   *
   * @throws IllegalArgumentException if it is a time of another precision, which no dataset has
   */
  static boolean isTime(Schema schema) {
    if (schema.getLogicalType() == null) {
      return false;
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros
        || schema.getLogicalType() instanceof LogicalTypes.Date) {
      return true;
    }
    throw new IllegalArgumentException("no column is a " + schema.getLogicalType().getName());
  }
}
