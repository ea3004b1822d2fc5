package io.stocktrend.sink.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.record.Field;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Reads the text of a value as the type that its column has. */
final class ParsedValue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ParsedValue() {}

  /** The value, whose text is not null's. */
  static Object of(Schema schema, String text) throws IOException {
    return switch (schema.getType()) {
      case UNION -> of(schema.getTypes().get(1), text);
      case DOUBLE, FLOAT -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case LONG, INT -> whole(schema, text);
      case ARRAY -> json(text, new TypeReference<List<String>>() {});
      case MAP -> json(text, new TypeReference<Map<String, Double>>() {});
      default -> text;
    };
  }

  private static Long whole(Schema schema, String text) {
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return LocalDate.parse(text).toEpochDay();
    }
    return schema.getLogicalType() == null
        ? Long.valueOf(text)
        : (Long) ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
  }

  private static <T> T json(String text, TypeReference<T> type) throws JsonProcessingException {
    return JSON.readValue(text, type);
  }

  static StoreRow row(List<Object> values) {
    return new StoreRow(
        (String) values.get(Field.RECORD_ID.position()),
        (Long) values.get(Field.COLLECTED_AT.position()),
        values);
  }
}
