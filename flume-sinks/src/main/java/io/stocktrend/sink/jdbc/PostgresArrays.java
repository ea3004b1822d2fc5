package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Sends rows as one array a column, most of them in the driver's binary form. */
final class PostgresArrays {
  private PostgresArrays() {}

  static List<Array> of(Connection connection, Table table, List<RecordEvent> rows)
      throws SQLException {
    List<Array> arrays = new ArrayList<>();
    for (Column column : table.columns()) {
      arrays.add(array(connection, column, rows));
    }
    return arrays;
  }

  private static Array array(Connection connection, Column column, List<RecordEvent> rows)
      throws SQLException {
    Object[] values = values(column, rows);
    return switch (column.type()) {
      case TIMESTAMP -> PostgresTimes.timestamps(connection, (Long[]) values);
      case DATE -> PostgresTimes.dates(connection, (Integer[]) values);
      default -> connection.createArrayOf(PostgresSql.elementType(column), values);
    };
  }

  private static Object[] values(Column column, List<RecordEvent> rows) {
    return switch (column.type()) {
      case TEXT -> filled(rows, new String[rows.size()], row -> RowValues.text(row, column));
      case JSON -> filled(rows, new String[rows.size()], row -> RowValues.json(row, column));
      case TEXT_ARRAY ->
          filled(rows, new String[rows.size()], row -> literal(RowValues.list(row, column)));
      case BIGINT, TIMESTAMP ->
          filled(rows, new Long[rows.size()], row -> (Long) RowValues.value(row, column));
      case INTEGER, DATE ->
          filled(rows, new Integer[rows.size()], row -> (Integer) RowValues.value(row, column));
      case DOUBLE -> filled(rows, new Double[rows.size()], row -> RowValues.real(row, column));
      case BOOLEAN ->
          filled(rows, new Boolean[rows.size()], row -> (Boolean) RowValues.value(row, column));
    };
  }

  private static <T> T[] filled(
      List<RecordEvent> rows, T[] values, Function<RecordEvent, T> value) {
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return values;
  }

  /** An array of texts as PostgreSQL writes it, e.g. {@code {"AAPL","A\"B"}}; null of null. */
  static String literal(Collection<?> items) {
    if (items == null) {
      return null;
    }
    StringBuilder literal = new StringBuilder("{");
    for (Object item : items) {
      literal
          .append(literal.length() == 1 ? "\"" : ",\"")
          .append(item.toString().replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return literal.append('}').toString();
  }
}
