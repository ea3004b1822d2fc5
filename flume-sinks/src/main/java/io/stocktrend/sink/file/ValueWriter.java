package io.stocktrend.sink.file;

import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.util.Utf8;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes values of one Avro type in the form that Parquet's Avro mapping gives it. */
@FunctionalInterface
interface ValueWriter {
  void write(RecordConsumer consumer, Object value);

  /**
   * The writer of a type that datasets have.
   *
   * @throws IllegalArgumentException if no dataset has such a column
   */
  static ValueWriter of(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> (consumer, value) -> consumer.addBinary(binary(value));
      case DOUBLE -> (consumer, value) -> consumer.addDouble((Double) value);
      case FLOAT -> (consumer, value) -> consumer.addFloat((Float) value);
      case LONG -> (consumer, value) -> consumer.addLong((Long) value);
      case INT -> (consumer, value) -> consumer.addInteger((Integer) value);
      case BOOLEAN -> (consumer, value) -> consumer.addBoolean((Boolean) value);
      case ARRAY -> list(of(schema.getElementType()));
      case MAP -> map(of(schema.getValueType()));
      default -> throw new IllegalArgumentException("no column is of the type " + schema.getType());
    };
  }

  private static ValueWriter list(ValueWriter elements) {
    return (consumer, value) -> {
      Collection<?> list = (Collection<?>) value;
      consumer.startGroup();
      if (!list.isEmpty()) {
        consumer.startField("list", 0);
        for (Object element : list) {
          consumer.startGroup();
          member(consumer, "element", 0, elements, element);
          consumer.endGroup();
        }
        consumer.endField("list", 0);
      }
      consumer.endGroup();
    };
  }

  private static ValueWriter map(ValueWriter values) {
    ValueWriter keys = (consumer, key) -> consumer.addBinary(binary(key));
    return (consumer, value) -> {
      Map<?, ?> map = (Map<?, ?>) value;
      consumer.startGroup();
      if (!map.isEmpty()) {
        consumer.startField("key_value", 0);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          consumer.startGroup();
          member(consumer, "key", 0, keys, entry.getKey());
          member(consumer, "value", 1, values, entry.getValue());
          consumer.endGroup();
        }
        consumer.endField("key_value", 0);
      }
      consumer.endGroup();
    };
  }

  private static void member(
      RecordConsumer consumer, String name, int index, ValueWriter writer, Object value) {
    consumer.startField(name, index);
    writer.write(consumer, value);
    consumer.endField(name, index);
  }

  private static Binary binary(Object text) {
    return text instanceof Utf8 utf8
        ? Binary.fromConstantByteArray(utf8.getBytes(), 0, utf8.getByteLength())
        : Binary.fromCharSequence((CharSequence) text);
  }
}
