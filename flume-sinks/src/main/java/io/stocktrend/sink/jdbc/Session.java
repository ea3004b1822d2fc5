package io.stocktrend.sink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a sink, and what is known of the tables behind it. One thread uses it at a
 * time; any thread may abort it.
 */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final long IDLE_NANOS = Duration.ofSeconds(15).toNanos();
  private static final int VALIDATION_SECONDS = 5;

  private final Dialect dialect;
  private final JdbcLogin login;
  private final TableCheck tables;
  private final Set<TableName> ready = ConcurrentHashMap.newKeySet();
  private volatile Connection connection;
  private volatile boolean closed;
  private long usedAt;

  Session(Dialect dialect, JdbcLogin login, boolean createTables) {
    this.dialect = dialect;
    this.login = login;
    this.tables = new TableCheck(dialect, createTables);
  }

  Dialect dialect() {
    return dialect;
  }

  String sink() {
    return login.sink();
  }

  /** The connection, a new one if there is none or if the last has died while it was idle. */
  Connection connection() throws SQLException {
    if (connection != null && System.nanoTime() - usedAt > IDLE_NANOS && !isAlive()) {
      drop();
    }
    if (connection == null) {
      connection = dialect.connect(login.url(), login.properties());
    }
    if (closed) {
      drop();
      throw new SQLException("the sink was stopped while it connected");
    }
    usedAt = System.nanoTime();
    return connection;
  }

  private boolean isAlive() throws SQLException {
    return connection.isValid(VALIDATION_SECONDS);
  }

  /** Sees that the table can take its dataset, once for each connection. */
  void prepare(Table table) throws SQLException {
    if (!ready.contains(table.name())) {
      tables.require(connection, table);
      ready.add(table.name());
    }
  }

  /** Gives up the connection: the next batch makes another and looks at its tables again. */
  synchronized void drop() {
    Connection dropped = connection;
    connection = null;
    ready.clear();
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        LOG.debug("sink {} closed a broken connection: {}", login.sink(), e.toString());
      }
    }
  }

  /** Gives up the connection for good. */
  void close() {
    closed = true;
    drop();
  }

  /** Cuts the connection, whatever it is doing. */
  void abort() {
    Connection cut = connection;
    if (cut != null) {
      try {
        cut.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("sink {} cut a broken connection: {}", login.sink(), e.toString());
      }
    }
  }
}
