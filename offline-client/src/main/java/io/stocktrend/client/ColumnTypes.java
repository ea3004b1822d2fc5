package io.stocktrend.client;

import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The DuckDB type of a column, from its Avro schema. */
final class ColumnTypes {
  private ColumnTypes() {}

  /**
   * The type's name in SQL.
   *
   * @throws IllegalArgumentException if no dataset may have such a column
   */
  static String of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> of(onlyBranch(schema));
      case MAP -> "MAP(VARCHAR, " + of(schema.getValueType()) + ")";
      case ARRAY -> of(schema.getElementType()) + "[]";
      default -> scalar(schema);
    };
  }

  private static Schema onlyBranch(Schema union) {
    List<Schema> branches =
        union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (branches.size() != 1) {
      throw new IllegalArgumentException("a column has one type, or null: " + union);
    }
    return branches.get(0);
  }

  private static String scalar(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.TimestampMicros) {
      return "TIMESTAMP WITH TIME ZONE";
    }
    if (logical instanceof LogicalTypes.Date) {
      return "DATE";
    }
    return switch (schema.getType()) {
      case STRING -> "VARCHAR";
      case DOUBLE -> "DOUBLE";
      case LONG -> "BIGINT";
      case INT -> "INTEGER";
      case BOOLEAN -> "BOOLEAN";
      default -> throw new IllegalArgumentException("no column type for " + schema);
    };
  }
}
