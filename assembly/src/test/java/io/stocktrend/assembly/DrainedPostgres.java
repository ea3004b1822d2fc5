package io.stocktrend.assembly;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that forces every commit to the disk. */
final class DrainedPostgres implements DrainedStore {
  private final Path folder;
  private final EmbeddedPostgres server;

  DrainedPostgres(Path folder) throws IOException {
    this.folder = folder;
    this.server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** Small batches, so that many a kill meets the same drain. */
  @Override
  public Map<String, String> sink() {
    return Map.of(
        "type",
        "io.stocktrend.sink.JdbcSink",
        "url",
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "user",
        "postgres",
        "quarantineDir",
        folder.resolve("quarantine").toString(),
        "batchSize",
        "1000");
  }

  @Override
  public List<String> steps() {
    return List.of("sink.rows-sent", "sink.rows-committed", "sink.before-commit", "sink.committed");
  }

  @Override
  public long progress() {
    return count("*");
  }

  @Override
  public PartFiles.Count count() {
    return new PartFiles.Count(count("*"), count("DISTINCT record_id"));
  }

  /** The table is missing until the first rows come. */
  private long count(String what) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!number(statement, "SELECT to_regclass('financial_data') IS NOT NULL").equals("t")) {
        return 0;
      }
      return Long.parseLong(
          number(statement, "SELECT count(%s) FROM financial_data".formatted(what)));
    } catch (SQLException e) {
      throw new AssertionError("the table cannot be read", e);
    }
  }

  private static String number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public List<Path> leftovers() {
    return List.of();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
