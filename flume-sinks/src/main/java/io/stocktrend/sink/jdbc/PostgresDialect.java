package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** PostgreSQL, over its own driver. */
final class PostgresDialect implements Dialect {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final String EXAMPLE = "jdbc:postgresql://localhost:5432/market";
  private static final String COLUMNS =
      "SELECT attname FROM pg_attribute"
          + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped";
  private static final int WORTH_A_COPY = 500;
  private static final long TABLES_KEY = 0x73746f636b74726eL;
  // A plan for a table that was small once could join every row with every other.
  private static final String OPTIONS =
      "-c statement_timeout=60s -c lock_timeout=10s -c plan_cache_mode=force_custom_plan";

  /** Whether most rows of late were there already: what is sent next depends on it, no result. */
  private boolean replaying;

  @Override
  public String complaint(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.matches("[^?]*//[^/?]*@.*") || lower.matches("(?s).*[?&](user|password)=.*")) {
      return "holds a user or a password: give them in the keys user and password, from"
          + " credentials.json";
    }
    if (!url.startsWith(PREFIX) || Driver.parseURL(url, null) == null) {
      return "is no JDBC URL of PostgreSQL: give one such as " + EXAMPLE;
    }
    return "";
  }

  @Override
  public Connection connect(String url, Properties login) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(login);
    PGProperty.CONNECT_TIMEOUT.set(properties, "10");
    // With a login timeout the driver connects in a thread of its own and can be interrupted.
    PGProperty.LOGIN_TIMEOUT.set(properties, "15");
    PGProperty.SOCKET_TIMEOUT.set(properties, "90");
    PGProperty.TCP_KEEP_ALIVE.set(properties, "true");
    PGProperty.OPTIONS.set(properties, OPTIONS);
    Connection connection = new Driver().connect(url, properties);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public Set<String> columns(Connection connection, TableName table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, PostgresSql.quoted(table));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  @Override
  public void lockTables(Connection connection) throws SQLException {
    execute(connection, "SELECT pg_advisory_xact_lock(" + TABLES_KEY + ")");
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public List<String> create(Table table) {
    return PostgresSql.create(table);
  }

  @Override
  public String add(Table table, Column column) {
    return PostgresSql.add(table, column);
  }

  @Override
  public int upsert(Connection connection, Table table, List<RecordEvent> rows)
      throws SQLException {
    if (!replaying
        && rows.size() >= WORTH_A_COPY
        && PostgresCopy.isPossible(connection, table, rows)) {
      return PostgresCopy.append(connection, table, rows);
    }
    List<Array> arrays = PostgresArrays.of(connection, table, rows);
    int written = replaying ? 0 : execute(connection, PostgresSql.insert(table), arrays);
    if (written < rows.size()) {
      written += execute(connection, PostgresSql.merge(table), arrays);
    }
    replaying = written * 2 < rows.size();
    return written;
  }

  private static int execute(Connection connection, String sql, List<Array> arrays)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arrays.size(); i++) {
        statement.setArray(i + 1, arrays.get(i));
      }
      return statement.executeUpdate();
    }
  }

  @Override
  public boolean isRefusal(SQLException failure) {
    return PostgresFailures.isRefusal(failure);
  }

  @Override
  public String reason(SQLException failure, Table table, RecordEvent row) {
    List<String> nul = RowCheck.withNul(row, table.columns());
    if (!nul.isEmpty()) {
      return String.join(", ", nul) + " holds the character U+0000, which PostgreSQL cannot store";
    }
    return "PostgreSQL refuses the row for table " + table.name() + ": " + describe(failure);
  }

  @Override
  public String describe(SQLException failure) {
    return PostgresFailures.text(failure);
  }

  @Override
  public String advice(SQLException failure) {
    return PostgresFailures.advice(failure);
  }
}
