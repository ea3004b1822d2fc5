package io.stocktrend.sink.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.sink.copy.StoreReader;
import io.stocktrend.sink.copy.StoreRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the tables of PostgreSQL that the JDBC sink writes. */
final class JdbcReader implements StoreReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FETCHED = 5000;
  private static final String MICROS = "(extract(epoch FROM \"%s\") * 1000000)::bigint";

  private final Connection connection;
  private final PostgresDialect dialect = new PostgresDialect();

  JdbcReader(Connection connection) {
    this.connection = connection;
  }

  @Override
  public SortedSet<LocalDate> days(Dataset dataset) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>();
    if (!columns(dataset).isEmpty()) {
      each(
          "SELECT DISTINCT ((collected_at AT TIME ZONE 'UTC')::date - date '1970-01-01') FROM "
              + table(dataset),
          List.of(),
          row -> days.add(LocalDate.ofEpochDay(row.getLong(1))));
    }
    return days;
  }

  @Override
  public void read(Dataset dataset, LocalDate day, Consumer<StoreRow> rows) throws IOException {
    Set<String> present = columns(dataset);
    if (present.isEmpty()) {
      return;
    }
    List<Column> columns = Column.of(dataset.schema());
    String sql =
        columns.stream()
                .map(column -> present.contains(column.name()) ? selected(column) : "NULL")
                .collect(Collectors.joining(", ", "SELECT ", ""))
            + " FROM "
            + table(dataset)
            + " WHERE collected_at >= ?::timestamptz AND collected_at < ?::timestamptz";
    each(
        sql,
        List.of(day + " 00:00:00Z", day.plusDays(1) + " 00:00:00Z"),
        row -> rows.accept(row(row, columns)));
  }

  @Override
  public Map<String, Long> collectedAt(Dataset dataset, Collection<String> ids) throws IOException {
    Map<String, Long> times = new HashMap<>();
    if (!ids.isEmpty() && !columns(dataset).isEmpty()) {
      each(
          "SELECT record_id, %s FROM %s WHERE record_id = ANY(?)"
              .formatted(MICROS.formatted("collected_at"), table(dataset)),
          List.of((Object) ids.toArray(String[]::new)),
          row -> times.put(row.getString(1), row.getLong(2)));
    }
    return times;
  }

  /** The columns of the table, which may be of an older schema; none if there is no table. */
  private Set<String> columns(Dataset dataset) throws IOException {
    try {
      return dialect.columns(connection, TableName.of(dataset.id()));
    } catch (SQLException | UnusableTableException e) {
      throw new IOException("cannot look for the table " + dataset.id() + ": " + e.getMessage(), e);
    }
  }

  private static String table(Dataset dataset) {
    return '"' + dataset.id() + '"';
  }

  private static String selected(Column column) {
    return switch (column.type()) {
      case TIMESTAMP -> MICROS.formatted(column.name());
      case DATE -> "(\"" + column.name() + "\" - date '1970-01-01')::bigint";
      default -> '"' + column.name() + '"';
    };
  }

  private static StoreRow row(ResultSet row, List<Column> columns) throws SQLException {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Object value = value(row, i + 1, columns.get(i).type());
      values.add(row.wasNull() ? null : value);
    }
    return new StoreRow(
        (String) values.get(Field.RECORD_ID.position()),
        (Long) values.get(Field.COLLECTED_AT.position()),
        values);
  }

  private static Object value(ResultSet row, int index, ColumnType type) throws SQLException {
    return switch (type) {
      case TEXT -> row.getString(index);
      case INTEGER, BIGINT, TIMESTAMP, DATE -> row.getLong(index);
      case DOUBLE -> row.getDouble(index);
      case BOOLEAN -> row.getBoolean(index);
      case TEXT_ARRAY -> list(row, index);
      case JSON -> map(row.getString(index));
    };
  }

  private static List<Object> list(ResultSet row, int index) throws SQLException {
    return row.getArray(index) == null
        ? null
        : Arrays.asList((Object[]) row.getArray(index).getArray());
  }

  private static Map<String, Double> map(String json) throws SQLException {
    try {
      return json == null ? null : JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new SQLException("a map is no JSON object of numbers", e);
    }
  }

  @FunctionalInterface
  private interface RowHandler {
    void row(ResultSet row) throws SQLException;
  }

  private void each(String sql, List<Object> parameters, RowHandler rows) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.row(result);
        }
      }
      // No transaction stays open, which would keep an agent from adding a column.
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException(dialect.describe(e) + ": " + dialect.advice(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(dialect.describe(e), e);
    }
  }
}
