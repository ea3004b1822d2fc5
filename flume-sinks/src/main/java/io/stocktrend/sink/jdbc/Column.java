package io.stocktrend.sink.jdbc;

import java.util.List;
import org.apache.avro.Schema;

/**
 * One column of a dataset.
 *
 * @param position of the field in the schema, from 0
 * @param required whether every record has a value
 */
record Column(String name, int position, ColumnType type, boolean required) {
  /** The columns of a dataset, in the order of its schema. */
  static List<Column> of(Schema schema) {
    return schema.getFields().stream().map(Column::of).toList();
  }

  private static Column of(Schema.Field field) {
    Schema schema = field.schema();
    boolean required = !schema.isNullable();
    return new Column(field.name(), field.pos(), ColumnType.of(value(schema)), required);
  }

  private static Schema value(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    List<Schema> others =
        schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (others.size() != 1) {
      throw new IllegalArgumentException("no column can hold " + schema);
    }
    return others.get(0);
  }
}
