package io.stocktrend.sink.jdbc;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What a column holds, apart from how a database calls it. */
enum ColumnType {
  TEXT,
  INTEGER,
  BIGINT,
  DOUBLE,
  BOOLEAN,
  /** Microseconds since the epoch, UTC. */
  TIMESTAMP,
  /** Days since the epoch. */
  DATE,
  TEXT_ARRAY,
  /** A map of texts to numbers or texts. */
  JSON;

  /** The type of values of that schema, which is no union. */
  static ColumnType of(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return switch (schema.getType()) {
      case STRING, ENUM -> TEXT;
      case BOOLEAN -> BOOLEAN;
      case FLOAT, DOUBLE -> DOUBLE;
      case INT -> logical instanceof LogicalTypes.Date ? DATE : INTEGER;
      case LONG -> logical instanceof LogicalTypes.TimestampMicros ? TIMESTAMP : BIGINT;
      case ARRAY -> arrayOf(schema);
      case MAP -> JSON;
      default -> throw new IllegalArgumentException("no column can hold " + schema);
    };
  }

  private static ColumnType arrayOf(Schema schema) {
    if (schema.getElementType().getType() != Schema.Type.STRING) {
      throw new IllegalArgumentException("no column can hold " + schema);
    }
    return TEXT_ARRAY;
  }
}
