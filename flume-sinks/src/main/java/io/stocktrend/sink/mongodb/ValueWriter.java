package io.stocktrend.sink.mongodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.bson.BsonWriter;

/** Writes the values of one Avro type as BSON. */
@FunctionalInterface
interface ValueWriter {
  /** Writes a value, which may be null. */
  void write(BsonWriter out, Object value);

  /** The writer of that type's values, decoded as the event codec says. */
  static ValueWriter of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> of(present(schema));
      case LONG -> whole(schema.getLogicalType());
      case INT -> small(schema.getLogicalType());
      case DOUBLE -> orNull((out, value) -> out.writeDouble((Double) value));
      case BOOLEAN -> orNull((out, value) -> out.writeBoolean((Boolean) value));
      case STRING, ENUM -> orNull((out, value) -> out.writeString(value.toString()));
      case ARRAY -> orNull(list(of(schema.getElementType())));
      case MAP -> orNull(map(of(schema.getValueType())));
      default -> throw new IllegalArgumentException("no BSON type is set for " + schema.getType());
    };
  }

  /** Whether the type is a time in microseconds, or null. */
  static boolean isTime(Schema schema) {
    return present(schema).getLogicalType() instanceof LogicalTypes.TimestampMicros;
  }

  private static Schema present(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    List<Schema> types =
        schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (types.size() != 1) {
      throw new IllegalArgumentException("a column of several types has no BSON type: " + schema);
    }
    return types.get(0);
  }

  private static ValueWriter whole(LogicalType type) {
    return type instanceof LogicalTypes.TimestampMicros
        ? orNull((out, value) -> out.writeDateTime(Math.floorDiv((Long) value, 1000)))
        : orNull((out, value) -> out.writeInt64((Long) value));
  }

  private static ValueWriter small(LogicalType type) {
    return type instanceof LogicalTypes.Date
        ? orNull((out, value) -> out.writeDateTime(TimeUnit.DAYS.toMillis((Integer) value)))
        : orNull((out, value) -> out.writeInt32((Integer) value));
  }

  private static ValueWriter list(ValueWriter element) {
    return (out, value) -> {
      out.writeStartArray();
      for (Object each : (Iterable<?>) value) {
        element.write(out, each);
      }
      out.writeEndArray();
    };
  }

  /** In the order of the keys, so that the same record always gives the same document. */
  private static ValueWriter map(ValueWriter values) {
    return (out, value) -> {
      Map<String, Object> sorted = new TreeMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> sorted.put(MapKeys.escape(key.toString()), each));
      out.writeStartDocument();
      sorted.forEach(
          (key, each) -> {
            out.writeName(key);
            values.write(out, each);
          });
      out.writeEndDocument();
    };
  }

  private static ValueWriter orNull(ValueWriter present) {
    return (out, value) -> {
      if (value == null) {
        out.writeNull();
      } else {
        present.write(out, value);
      }
    };
  }
}
