package io.stocktrend.sink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes tables that are not there and adds columns that a newer schema has, where it may. */
final class TableCheck {
  private static final Logger LOG = LoggerFactory.getLogger(TableCheck.class);
  private static final String NO_TABLE = "42P01";
  private static final String NO_COLUMN = "42703";

  private final Dialect dialect;
  private final boolean createTables;

  TableCheck(Dialect dialect, boolean createTables) {
    this.dialect = dialect;
    this.createTables = createTables;
  }

  /** Returns if the table has every column of its dataset, now or already. */
  void require(Connection connection, Table table) throws SQLException {
    if (!missing(table, dialect.columns(connection, table.name())).isEmpty()) {
      complete(connection, table);
    }
    connection.commit();
  }

  private void complete(Connection connection, Table table) throws SQLException {
    dialect.lockTables(connection);
    // Another agent may have been faster.
    Set<String> there = dialect.columns(connection, table.name());
    List<Column> missing = missing(table, there);
    if (!missing.isEmpty() && !createTables) {
      throw refusal(table, there, missing);
    }
    if (there.isEmpty()) {
      execute(connection, dialect.create(table));
    } else {
      execute(connection, missing.stream().map(column -> dialect.add(table, column)).toList());
    }
  }

  private static List<Column> missing(Table table, Set<String> there) {
    return table.columns().stream().filter(column -> !there.contains(column.name())).toList();
  }

  private SQLException refusal(Table table, Set<String> there, List<Column> missing) {
    if (there.isEmpty()) {
      return new SQLException(
          "there is no table " + table.name() + " and createTables is false", NO_TABLE);
    }
    String statements =
        missing.stream()
            .map(column -> dialect.add(table, column))
            .collect(Collectors.joining("; "));
    return new SQLException(
        "table " + table.name() + " lacks columns and createTables is false; add: " + statements,
        NO_COLUMN);
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        LOG.info("{}", sql);
        statement.execute(sql);
      }
    }
  }
}
