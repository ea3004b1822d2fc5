package io.stocktrend.sink.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL on a free port that forces every commit to the disk. */
final class PostgresServer {
  static final String USER = "postgres";
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static PostgresServer shared;

  private final Path folder;
  private EmbeddedPostgres server;

  private PostgresServer(Path folder) {
    this.folder = folder;
  }

  /** The server that the tests of this process share; it stops with the process. */
  static synchronized PostgresServer shared() throws IOException {
    if (shared == null) {
      shared = new PostgresServer(Files.createTempDirectory("postgres"));
      shared.start(0);
    }
    return shared;
  }

  /** A server of a test's own, with its data in that folder. */
  static PostgresServer in(Path folder) throws IOException {
    PostgresServer own = new PostgresServer(folder);
    own.start(0);
    return own;
  }

  private void start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_wal_size", "2GB")
            .setPGStartupWait(Duration.ofMinutes(1));
    server = (port == 0 ? builder : builder.setPort(port)).start();
  }

  /** Kills the server as {@code kill -9} does. */
  void kill() throws IOException {
    String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip();
    ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Starts a killed server again on its port, as soon as the last of its processes is gone. */
  void restart() throws Exception {
    int port = server.getPort();
    server.close();
    for (int attempt = 1; ; attempt++) {
      try {
        start(port);
        return;
      } catch (IOException | IllegalStateException e) {
        if (attempt == 20) {
          throw e;
        }
        Thread.sleep(500);
      }
    }
  }

  /** Makes a role whose password, unlike those of others, is asked for. */
  void requirePassword(String role, String password) throws IOException, SQLException {
    run("CREATE ROLE " + role + " SUPERUSER LOGIN PASSWORD '" + password + "'");
    Path rules = folder.resolve("data/pg_hba.conf");
    String rule = "host all " + role + " all scram-sha-256\n";
    Files.writeString(rules, rule + Files.readString(rules));
    run("SELECT pg_reload_conf()");
    while (mayEnter(role)) {
      Thread.onSpinWait();
    }
  }

  private boolean mayEnter(String role) {
    try (Connection connection = server.getDatabase(role, "postgres").getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return !"28P01".equals(e.getSQLState()) && !"08004".equals(e.getSQLState());
    }
  }

  void stop() throws IOException {
    server.close();
  }

  int port() {
    return server.getPort();
  }

  /** A new schema, which {@link #url} makes the place of every table. */
  String newSchema() throws SQLException {
    String schema = "test" + SCHEMAS.incrementAndGet();
    run("CREATE SCHEMA " + schema);
    return schema;
  }

  String url(String schema) {
    return "jdbc:postgresql://localhost:" + port() + "/postgres?currentSchema=" + schema;
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, each value as the server's text, joined by a blank. */
  List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join(" ", values.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }
}
