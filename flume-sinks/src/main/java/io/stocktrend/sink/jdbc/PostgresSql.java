package io.stocktrend.sink.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements that PostgreSQL is sent for a table; every name is quoted. */
final class PostgresSql {
  private static final String ID = "record_id";

  private PostgresSql() {}

  static String quoted(TableName table) {
    return table.parts().stream().map(PostgresSql::quoted).collect(Collectors.joining("."));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static List<String> create(Table table) {
    String columns =
        joined(
            table, column -> definition(column) + (column.name().equals(ID) ? " PRIMARY KEY" : ""));
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + quoted(table.name()) + " (" + columns + ")");
    String keys = table.has("symbol") ? "\"symbol\", \"event_time\"" : "\"event_time\"";
    // Without a name, the server finds one that is free.
    statements.add("CREATE INDEX ON " + quoted(table.name()) + " (" + keys + ")");
    return statements;
  }

  private static String definition(Column column) {
    return quoted(column.name()) + " " + type(column) + (column.required() ? " NOT NULL" : "");
  }

  /** A column that a newer schema brings: rows of before have no value, or an empty one. */
  static String add(Table table, Column column) {
    String empty =
        switch (column.type()) {
          case TEXT_ARRAY, JSON -> column.required() ? " NOT NULL DEFAULT '{}'" : "";
          default -> "";
        };
    return "ALTER TABLE "
        + quoted(table.name())
        + " ADD COLUMN IF NOT EXISTS "
        + quoted(column.name())
        + " "
        + type(column)
        + empty;
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> "text";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamptz";
      case DATE -> "date";
      case TEXT_ARRAY -> "text[]";
      case JSON -> "jsonb";
    };
  }

  /** Inserts what is not there, which costs less than {@link #merge} where most rows are new. */
  static String insert(Table table) {
    return into(table) + rows(table) + " ON CONFLICT (\"record_id\") DO NOTHING";
  }

  /**
   * Inserts what is not there and changes what differs and is not newer. The join keeps all other
   * rows away from the conflict, which would lock them, and so write to the disk. It is lateral and
   * limited so that each row is looked up in the index: a plan may not read the whole table.
   */
  static String merge(Table table) {
    return into(table)
        + rows(table)
        + " LEFT JOIN LATERAL (SELECT * FROM "
        + quoted(table.name())
        + " AS s WHERE s.\"record_id\" = u.\"record_id\" LIMIT 1) AS p ON true"
        + " WHERE p.\"record_id\" IS NULL OR "
        + supersedes(table, "p", "u")
        + " ON CONFLICT (\"record_id\") DO UPDATE SET "
        + joined(table, column -> quoted(column.name()) + " = excluded." + quoted(column.name()))
        + " WHERE "
        + supersedes(table, "t", "excluded");
  }

  /** Appends rows in binary form. */
  static String copy(Table table) {
    return "COPY "
        + quoted(table.name())
        + " ("
        + joined(table, column -> quoted(column.name()))
        + ") FROM STDIN (FORMAT binary)";
  }

  /**
   * Asks whether {@link #copy} does what {@link #insert} would with rows of the ids that are given:
   * no view, rule or row security, no column of another type, none of the ids there.
   */
  static String copyIsPossible(Table table) {
    String name = "to_regclass('" + quoted(table.name()) + "')";
    return "SELECT EXISTS (SELECT FROM pg_class WHERE oid = "
        + name
        + " AND relkind IN ('r', 'p') AND NOT relhasrules AND NOT relrowsecurity)"
        + " AND (SELECT count(*) FROM pg_attribute WHERE attrelid = "
        + name
        + " AND NOT attisdropped AND (attname, atttypid) IN ("
        + joined(table, column -> "('" + column.name() + "', '" + type(column) + "'::regtype)")
        + ")) = "
        + table.columns().size()
        + " AND NOT EXISTS (SELECT FROM unnest(?::text[]) AS u (id), LATERAL (SELECT FROM "
        + quoted(table.name())
        + " AS s WHERE s.\"record_id\" = u.id LIMIT 1) AS p)";
  }

  private static String into(Table table) {
    return "INSERT INTO "
        + quoted(table.name())
        + " AS t ("
        + joined(table, column -> quoted(column.name()))
        + ") SELECT "
        + joined(table, column -> "u." + quoted(column.name()));
  }

  private static String supersedes(Table table, String there, String here) {
    return "("
        + there
        + ".\"collected_at\" <= "
        + here
        + ".\"collected_at\" AND ("
        + joined(table, column -> there + "." + quoted(column.name()))
        + ") IS DISTINCT FROM ("
        + joined(table, column -> here + "." + quoted(column.name()))
        + "))";
  }

  /** One array a column, so that the statement is the same for any number of rows. */
  private static String rows(Table table) {
    return " FROM (SELECT "
        + joined(table, column -> converted(column) + " AS " + quoted(column.name()))
        + " FROM unnest("
        + joined(table, column -> "?::" + elementType(column) + "[]")
        + ") AS a ("
        + joined(table, column -> quoted(column.name()))
        + ")) AS u";
  }

  /** How an element of a column's array travels: arrays of arrays would lose their edges. */
  static String elementType(Column column) {
    return switch (column.type()) {
      case TEXT, TEXT_ARRAY, JSON -> "text";
      case BIGINT -> "int8";
      case INTEGER -> "int4";
      case TIMESTAMP -> "timestamptz";
      case DATE -> "date";
      case DOUBLE -> "float8";
      case BOOLEAN -> "bool";
    };
  }

  private static String converted(Column column) {
    String value = "a." + quoted(column.name());
    return switch (column.type()) {
      case TEXT_ARRAY -> value + "::text[]";
      case JSON -> value + "::jsonb";
      default -> value;
    };
  }

  private static String joined(Table table, Function<Column, String> part) {
    return table.columns().stream().map(part).collect(Collectors.joining(", "));
  }
}
