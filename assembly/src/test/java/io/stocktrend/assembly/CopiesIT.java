package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both agents as they are shipped, with copies switched on by name beside the primary store. */
final class CopiesIT {
  /** A list and a map are JSON in a cell, which is no literal of DuckDB's. */
  private static final String FLAT = "COLUMNS(lambda c: c NOT IN ('related_symbols', 'values'))";

  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static String postgresUrl;
  private static MongoServer mongo;
  private static String mongoUri;
  private static BothAgents agents;

  @BeforeAll
  static void collect() throws Exception {
    postgres = EmbeddedPostgres.start();
    postgresUrl = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    mongo = new MongoServer(new MemoryBackend());
    mongoUri = "mongodb://127.0.0.1:" + mongo.bind().getPort();
    try (StillMarket market = StillMarket.openNow()) {
      Path universe = Files.write(folder.resolve("universe.txt"), StillMarket.SYMBOLS);
      agents =
          new BothAgents(folder, market.providersFile(folder))
              .withCredentials("\"postgres\": {\"user\": \"postgres\", \"password\": \"p0stgr3s\"}")
              .withEnvironment("STOCKTREND_COPIES", "csv json jdbc mongo")
              .withEnvironment("STOCKTREND_JDBC_URL", postgresUrl)
              .withEnvironment("STOCKTREND_MONGO_URI", mongoUri)
              .withUniverse(universe);
      // This server of MongoDB's protocol knows no users.
      agents.withoutSinkSetting("mongo.user").withoutSinkSetting("mongo.password");
      agents.start();
      agents.awaitRound();
      long emitted = agents.attempts().stream().mapToLong(BothAgents.Attempt::emitted).sum();
      agents.await(() -> agents.stored().rows() >= emitted, emitted + " rows stored");
      // A stop lets the memory channels of the copies drain.
      agents.terminate();
    }
  }

  @AfterAll
  static void close() throws Exception {
    if (agents != null) {
      agents.close();
    }
    if (mongo != null) {
      mongo.shutdownNow();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jdbc", "mongo"})
  void reconcileFindsEveryDatasetTheSameInEachCopy(String copy) throws Exception {
    Map<String, String> environment =
        Map.of(
            "STOCKTREND_DATA",
            agents.data().toString(),
            "STOCKTREND_CREDENTIALS",
            folder.resolve("credentials.json").toString(),
            "STOCKTREND_JDBC_URL",
            postgresUrl,
            "STOCKTREND_MONGO_URI",
            mongoUri);
    DistributionHome home = DistributionHome.built();
    try (AgentProcess run =
        home.run(folder, "stocktrend", environment, "reconcile", "--with", copy)) {
      assertEquals(0, run.awaitExit(), run.out() + run.err());
      for (Dataset dataset : Dataset.values()) {
        Pattern verdict =
            Pattern.compile(dataset.id() + ": [1-9]\\d* rows of \\d+ days compared, 0 differences");
        assertTrue(verdict.matcher(run.out()).find(), run.out());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void theCsvCopyHasTheRowsOfThePrimary(Dataset dataset) throws Exception {
    assertSameRows(
        dataset,
        "read_csv('%s/**/part-*.csv*', header = true, all_varchar = true, nullstr = '', "
            + "allow_quoted_nulls = false, hive_partitioning = false)",
        "csv");
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void theJsonCopyHasTheRowsOfThePrimary(Dataset dataset) throws Exception {
    assertSameRows(
        dataset,
        "read_json('%s/**/part-*.jsonl*', format = 'newline_delimited', columns = {TEXTS}, "
            + "hive_partitioning = false)",
        "json");
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void theDatabaseHasTheRowsOfThePrimary(Dataset dataset) throws Exception {
    List<String> expected =
        agents.stored().parts(dataset).values("record_id || ' ' || epoch_us(collected_at)");
    try (Connection server = postgres.getPostgresDatabase().getConnection()) {
      String micros = "(extract(epoch FROM collected_at) * 1000000)::bigint";
      String rows = "SELECT record_id || ' ' || " + micros + " FROM " + dataset.id();
      assertEquals(expected, list(server, rows).stream().sorted().toList());
    }
    assertTrue(!expected.isEmpty(), dataset.id());
  }

  /** Compares value by value, each text as the primary's type. */
  private static void assertSameRows(Dataset dataset, String reader, String copy) throws Exception {
    Path primary = DatasetLayout.folder(agents.data(), dataset);
    Path other = DatasetLayout.folder(agents.data().resolve(copy), dataset);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      run(duckdb, "CREATE TABLE stored AS SELECT " + FLAT + " FROM " + parquet(primary));
      run(duckdb, "CREATE TABLE copied AS FROM stored LIMIT 0");
      String columns =
          String.join(
              ", ", list(duckdb, "SELECT column_name || ': ''VARCHAR''' FROM (DESCRIBE stored)"));
      String source = reader.formatted(other).replace("TEXTS", columns);
      run(duckdb, "INSERT INTO copied BY NAME SELECT " + FLAT + " FROM " + source);
      assertTrue(Long.parseLong(one(duckdb, "SELECT count(*) FROM stored")) > 0, dataset.id());
      String difference = "(FROM %s EXCEPT ALL FROM %s)";
      String lacking = difference.formatted("stored", "copied");
      String more = difference.formatted("copied", "stored");
      assertEquals(List.of(), list(duckdb, "SELECT record_id FROM " + lacking), "not copied");
      assertEquals(List.of(), list(duckdb, "SELECT record_id FROM " + more), "not stored");
    }
  }

  private static String parquet(Path folder) {
    return "read_parquet('" + folder + "/**/part-*.parquet', hive_partitioning = false)";
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    return list(connection, sql).get(0);
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
