package io.stocktrend.assembly.benchmark;

import io.stocktrend.record.Dataset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The statements that a program would write by hand to upsert quotes into PostgreSQL. */
final class BareSql {
  static final List<Schema.Field> FIELDS = Dataset.FINANCIAL_DATA.schema().getFields();

  private BareSql() {}

  static String columns() {
    return joined(Schema.Field::name);
  }

  /** Element type of a field's array: text, int8 or float8. */
  static String type(Schema.Field field) {
    return switch (value(field).getType()) {
      case LONG -> "int8";
      case DOUBLE -> "float8";
      default -> "text";
    };
  }

  static boolean isTime(Schema.Field field) {
    return value(field).getLogicalType() instanceof LogicalTypes.TimestampMicros;
  }

  private static Schema value(Schema.Field field) {
    Schema schema = field.schema();
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }

  static String unnest() {
    return insert(
        joined(
            field ->
                isTime(field)
                    ? "'epoch'::timestamptz + u." + field.name() + " * interval '1 microsecond'"
                    : "u." + field.name()),
        "unnest(" + joined(field -> "?::" + type(field) + "[]") + ") AS u (" + columns() + ")");
  }

  static String merge() {
    return insert(columns(), "stage");
  }

  private static String insert(String values, String from) {
    return "INSERT INTO financial_data AS t ("
        + columns()
        + ") SELECT "
        + values
        + " FROM "
        + from
        + " ON CONFLICT (record_id) DO UPDATE SET "
        + joined(field -> field.name() + " = excluded." + field.name())
        + " WHERE ("
        + joined(field -> "t." + field.name())
        + ") IS DISTINCT FROM ("
        + joined(field -> "excluded." + field.name())
        + ")";
  }

  private static String joined(Function<Schema.Field, String> part) {
    return FIELDS.stream().map(part).collect(Collectors.joining(", "));
  }
}
