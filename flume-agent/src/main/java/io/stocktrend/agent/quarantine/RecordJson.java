package io.stocktrend.agent.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Prints a decoded record: times as ISO 8601 in UTC, dates as dates, NaN as a text. */
final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordJson() {}

  static ObjectNode of(GenericRecord record) {
    ObjectNode json = NODES.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.set(field.name(), value(type(field.schema()), record.get(field.pos())));
    }
    return json;
  }

  private static Schema type(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(branch -> branch.getType() != Schema.Type.NULL)
            .findFirst()
            .orElse(schema)
        : schema;
  }

  private static JsonNode value(Schema schema, Object value) {
    if (value instanceof Collection<?> items) {
      ArrayNode array = NODES.arrayNode();
      items.forEach(item -> array.add(value(schema.getElementType(), item)));
      return array;
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode object = NODES.objectNode();
      entries.forEach(
          (key, each) -> object.set(key.toString(), value(schema.getValueType(), each)));
      return object;
    }
    return scalar(schema.getLogicalType(), value);
  }

  private static JsonNode scalar(LogicalType logical, Object value) {
    if (logical instanceof LogicalTypes.TimestampMicros && value instanceof Long micros) {
      return NODES.textNode(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString());
    }
    if (logical instanceof LogicalTypes.Date && value instanceof Integer days) {
      return NODES.textNode(LocalDate.ofEpochDay(days).toString());
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long || value instanceof Integer) {
      return NODES.numberNode(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    return value == null ? NODES.nullNode() : NODES.textNode(value.toString());
  }
}
