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
  private static final String LOST = "Invalid Input Error: Invalid result set";

  private final DuckDBConnection owner;
  private final Supplier<List<Path>> parts;
  private final Set<Connection> answering = ConcurrentHashMap.newKeySet();

  private Database(DuckDBConnection owner, Supplier<List<Path>> parts) {
    this.owner = owner;
    this.parts = parts;
  }

  /**
   * What it may touch.
   *
   * @param root the folder that it may read
   * @param scratch where it may put aside what does not fit into memory
   * @param writable the only files that it may write
   */
  record Sandbox(Path root, Path scratch, List<Path> writable) {
    /** That of these parts; what has been decrypted may not be put aside on a disk. */
    static Sandbox of(Parts parts, Path scratch, List<Path> writable) {
      Path aside = parts.keys().isEmpty() ? scratch : Path.of("");
      return new Sandbox(parts.root(), aside, writable);
    }
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
      settings(sandbox).forEach(database::run);
      return database;
    } catch (SQLException e) {
      throw DatabaseErrors.explain(e);
    }
  }

  /** The order matters: the last two settings can no longer be undone. */
  private static List<String> settings(Sandbox sandbox) {
    List<String> writable = sandbox.writable().stream().map(Path::toString).toList();
    return List.of(
        "SET TimeZone = 'UTC'",
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET parquet_metadata_cache = true",
        "SET enable_progress_bar = true",
        "SET enable_progress_bar_print = false",
        "SET temp_directory = " + Sql.text(sandbox.scratch().toString()),
        "SET allowed_directories = " + Sql.list(List.of(sandbox.root().toString())),
        "SET allowed_paths = CAST(%s AS VARCHAR[])".formatted(Sql.list(writable)),
        "SET enable_external_access = false",
        "SET lock_configuration = true");
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
      throw explain(e);
    }
  }

  /** Adds rows to a table of this client's own. */
  void append(String schema, String table, Appending rows) {
    try (DuckDBAppender appender = owner.createAppender(schema, table)) {
      rows.to(appender);
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** Adds rows. */
  interface Appending {
    void to(DuckDBAppender table) throws SQLException;
  }

  /** The answer to a statement; each has a connection of its own, so that answers can overlap. */
  Table query(String sql) {
    return query(sql, List.of());
  }

  /** The answer to a statement with parameters. */
  Table query(String sql, List<String> parameters) {
    Connection connection = null;
    try {
      connection = connect();
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      return new Table(connection, statement.executeQuery(), this::explain);
    } catch (SQLException e) {
      closeAfter(e, connection);
      throw explain(LOST.equals(e.getMessage()) ? again(sql, e) : e);
    }
  }

  /**
   * The failure of a statement that the driver, as it streams, has put in place of the real one.
   */
  private SQLException again(String sql, SQLException lost) {
    try (Connection connection = owner.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE failing AS " + sql);
      return lost;
    } catch (SQLException e) {
      return e;
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

  private ClientException explain(SQLException failure) {
    if (DatabaseErrors.isUnnamedDamage(failure)) {
      for (Path part : parts.get()) {
        if (!isReadable(part)) {
          return DatabaseErrors.unreadable(part.toString(), failure);
        }
      }
    }
    return DatabaseErrors.explain(failure);
  }

  private boolean isReadable(Path part) {
    String everyValue =
        "SELECT bit_xor(hash(part)) FROM read_parquet(%s) part"
            .formatted(Sql.text(part.toString()));
    try (Connection connection = owner.duplicate();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(everyValue)) {
      return result.next();
    } catch (SQLException e) {
      return false;
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
