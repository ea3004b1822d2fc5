package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void oneRow() throws IOException {
    root = Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    TestData.part(
        root, Dataset.FINANCIAL_DATA, T, "a.parquet", List.of(TestData.quote("AAPL", T, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO '{root}/x.csv'",
        "COPY (SELECT 1) TO '/tmp/stocktrend-x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{root}/x.csv'",
        "/* SELECT */ COPY (SELECT 1) TO '{root}/x.csv'",
        "EXPORT DATABASE '{root}/x'",
        "ATTACH '{root}/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "RESET threads",
        "PRAGMA threads = 1",
        "PRAGMA enable_profiling",
        "CALL pragma_version()",
        "CREATE TABLE x AS SELECT 1",
        "CREATE OR REPLACE VIEW financial_data AS SELECT 1",
        "DROP VIEW financial_data",
        "INSERT INTO financial_data VALUES (1)",
        "WITH x AS (SELECT 1) INSERT INTO y SELECT * FROM x",
        "SELECT 1; COPY (SELECT 1) TO '{root}/x.csv'",
        "SELECT 1; SELECT 2",
        "",
        "-- nothing",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_csv('{root}/../secret.csv')",
        "SELECT * FROM read_csv('{root}-2/secret.csv')",
        "SELECT * FROM enable_logging(storage = 'file', storage_path = '{root}/x')",
        "SELECT * FROM enable_profiling(save_location = '{root}/x')",
        "SELECT * FROM checkpoint()",
        "SELECT * FROM query('SELECT 1')",
        "SELEC 1"
      })
  void whatDoesMoreThanReadTheDataIsRefused(String statement) throws IOException {
    Files.createDirectory(folder.resolve("data-2"));
    Files.writeString(folder.resolve("data-2/secret.csv"), "a,b\n1,2\n");
    List<Path> before = files();
    String sql = statement.replace("{root}", root.toString());
    try (MarketDataClient client = MarketDataClient.open(root)) {
      ClientException e = assertThrows(ClientException.class, () -> client.sql(sql).list());
      assertEquals(ClientException.Fault.REQUEST, e.fault(), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
      assertEquals(1, client.sql("FROM financial_data").list().size());
    }
    assertEquals(before, files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM financial_data",
        "select * from \"financial_data\";",
        "-- first\nSELECT * FROM financial_data_all",
        "WITH x AS (FROM financial_data) SELECT count(*) FROM x",
        "FROM financial_data SELECT symbol",
        "VALUES (1), (2)",
        "DESCRIBE financial_data",
        "SUMMARIZE financial_data",
        "SHOW TABLES",
        "EXPLAIN SELECT * FROM financial_data",
        "EXPLAIN ANALYZE SELECT * FROM financial_data",
        "(SELECT 1) UNION ALL (SELECT 2)"
      })
  void whatReadsIsAnswered(String sql) {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertFalse(client.sql(sql).list().isEmpty());
    }
  }

  @Test
  void allTenViewsAreListed() {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      List<Object> names =
          client.sql("SHOW TABLES").list().stream().map(row -> row.get("name")).toList();
      for (String dataset : Dataset.ids()) {
        assertTrue(names.containsAll(List.of(dataset, dataset + "_all")), names.toString());
      }
    }
  }

  @Test
  void aViewWhoseNameIsPutTogetherIsAnErrorAndNotEmpty() {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      String sql = "SELECT * FROM query_table('financial' || '_data')";
      assertTrue(
          assertThrows(ClientException.class, () -> client.sql(sql).list())
              .getMessage()
              .contains("write the name"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 900_000})
  void aFailureWhileRowsComeIsTold(long row) {
    String sql =
        "SELECT CASE WHEN i = " + row + " THEN error('row') END AS x FROM range(1000000) t(i)";
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertTrue(
          assertThrows(ClientException.class, () -> client.sql(sql).list())
              .getMessage()
              .endsWith("row"));
    }
  }

  @Test
  void theTemporaryFolderIsGoneAfterwards() {
    Path scratch;
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(1, client.financialData().count());
      scratch = client.scratch();
      assertTrue(Files.isDirectory(scratch));
    }
    assertFalse(Files.exists(scratch));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
