package io.stocktrend.sink.file;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the values of one column: nothing for null, where the schema allows it. */
record ColumnWriter(String name, int position, boolean optional, ValueWriter values) {
  static ColumnWriter of(Schema.Field field) {
    boolean optional = field.schema().isNullable();
    return new ColumnWriter(
        field.name(), field.pos(), optional, ValueWriter.of(valueSchema(field.schema())));
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

  void write(RecordConsumer consumer, GenericRecord row) {
    Object value = row.get(position);
    if (value == null) {
      if (!optional) {
        throw new IllegalArgumentException("the column " + name + " is null");
      }
      return;
    }
    consumer.startField(name, position);
    values.write(consumer, value);
    consumer.endField(name, position);
  }
}
