package io.stocktrend.client;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * An embedded DuckDB that holds nothing but views, may read below one folder only, and whose
 * configuration can no longer be changed.
 */
final class Database implements AutoCloseable {
  private final DuckDBConnection owner;
  private final DamageSearch damage;
  private final Set<Connection> answering = ConcurrentHashMap.newKeySet();

  private Database(DuckDBConnection owner, Supplier<List<Path>> parts) {
    this.owner = owner;
    this.damage = new DamageSearch(owner, parts);
  }

  /**
   * Opens it.
   *
   * @param parts the files to look through for the one that a failure does not name
   */
  static Database open(Sandbox sandbox, Supplier<List<Path>> parts) {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
      Database database = new Database(connection.unwrap(DuckDBConnection.class), parts);
      sandbox.settings().forEach(database::run);
      return database;
    } catch (SQLException e) {
      throw DatabaseErrors.explain(e);
    }
  }

  /** Runs a statement of this client's own. */
  void run(String sql) {
    run(sql, Progress.NOBODY);
  }

  /** The same, and tells which part of it is done. */
  void run(String sql, DoubleConsumer progress) {
    try (Statement statement = owner.createStatement()) {
      Progress.execute(statement, sql, progress);
    } catch (SQLException e) {
      throw damage.explain(e);
    }
  }

  /** Adds rows to a table of this client's own. */
  void append(String schema, String table, Appending rows) {
    try (DuckDBAppender appender = owner.createAppender(schema, table)) {
      rows.to(appender);
    } catch (SQLException e) {
      throw damage.explain(e);
    }
  }

  /** Adds rows. */
  interface Appending {
    void to(DuckDBAppender table) throws SQLException;
  }

  /** The answer to a statement; each has a connection of its own, so that answers can overlap. */
  Table query(String sql) {
    // To prepare it first would plan it twice, which takes milliseconds where there are many files.
    return answer(sql, connection -> connection.createStatement().executeQuery(sql));
  }

  /** The answer to a statement with parameters. */
  Table query(String sql, List<String> parameters) {
    return answer(
        sql,
        connection -> {
          PreparedStatement statement = connection.prepareStatement(sql);
          for (int i = 0; i < parameters.size(); i++) {
            statement.setString(i + 1, parameters.get(i));
          }
          return statement.executeQuery();
        });
  }

  private interface Asking {
    ResultSet ask(Connection connection) throws SQLException;
  }

  private Table answer(String sql, Asking asking) {
    Connection connection = null;
    try {
      connection = connect();
      return new Table(connection, asking.ask(connection), damage::explain);
    } catch (SQLException e) {
      closeAfter(e, connection);
      throw damage.explain(e, sql);
    }
  }

  private Connection connect() throws SQLException {
    answering.removeIf(Database::isClosed);
    Connection connection = owner.duplicate();
    answering.add(connection);
    return connection;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw DatabaseErrors.explain(e);
    }
  }

  private static void closeAfter(SQLException failure, Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection connection : answering) {
        connection.close();
      }
      owner.close();
    } catch (SQLException e) {
      throw DatabaseErrors.explain(e);
    }
  }
}
