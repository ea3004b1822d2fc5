package io.stocktrend.sink.text;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** One column of a text format: what null is there, and how a value is written. */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record TextColumn(String name, int position, byte[] forNull, ValueText values) {
  /** The column of a field; {@code forNull} is of use only where the schema allows null. */
  static TextColumn of(Schema.Field field, byte[] forNull, Function<Schema, ValueText> values) {
    boolean optional = field.schema().isNullable();
    return new TextColumn(
        field.name(),
        field.pos(),
        optional ? forNull : null,
        values.apply(valueSchema(field.schema())));
  }

  private static Schema valueSchema(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a column that is always null: " + schema));
  }

  void put(TextBuffer out, GenericRecord row) {
    Object value = row.get(position);
    if (value != null) {
      putValue(out, value);
    } else if (forNull != null) {
      out.put(forNull);
    } else {
      throw new IllegalArgumentException("the column " + name + " is null");
    }
  }

  private void putValue(TextBuffer out, Object value) {
    try {
      values.put(out, value);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("the column " + name + ": " + e.getMessage(), e);
    }
  }
}
