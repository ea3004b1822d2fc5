package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats of an answer, and where it goes. */
class OutputOptionsTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path root;

  private void quotes() {
    TestData.quotes(
        root,
        T,
        TestData.quote("AAPL", T, 3.5e12),
        TestData.quote("BRK,B\" ", T.plusSeconds(1), 1e-7));
  }

  @Test
  void csvIsRfc4180WithAHeader() {
    quotes();
    CommandRun result =
        CommandRun.over(
            root, "query", "financial_data", "--columns", "symbol,event_time,open,close");
    String expected =
        """
        symbol,event_time,open,close
        AAPL,2026-11-02T15:00:00Z,,3500000000000.0
        "BRK,B"" ",2026-11-02T15:00:01Z,,0.0000001
        """;
    assertEquals(expected.replace("\n", "\r\n"), result.out());
    assertEquals(0, result.exitCode());
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @CsvSource({"json, array", "jsonl, newline_delimited"})
  void jsonIsReadBackAsItWas(String format, String duckDbFormat) throws Exception {
    quotes();
    Path file = root.resolve("answer");
    CommandRun.over(
        root, "query", "financial_data", "--format", format, "--output", file.toString());
    String sql =
        "SELECT symbol, event_time::VARCHAR, open, close, volume FROM read_json('%s', format = '%s',"
            + " columns = {symbol: 'VARCHAR', event_time: 'VARCHAR', open: 'DOUBLE',"
            + " close: 'DOUBLE', volume: 'BIGINT'})";
    List<List<Object>> rows = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(sql.formatted(file, duckDbFormat))) {
      while (result.next()) {
        rows.add(
            Arrays.asList(
                result.getObject(1),
                result.getObject(2),
                result.getObject(3),
                result.getObject(4)));
      }
    }
    assertEquals(
        List.of(
            Arrays.asList("AAPL", "2026-11-02T15:00:00Z", null, 3.5e12),
            Arrays.asList("BRK,B\" ", "2026-11-02T15:00:01Z", null, 1e-7)),
        rows);
  }

  @ParameterizedTest
  @CsvSource({
    "x.json, '[ {\"x\":1} ]'",
    "x.JSONL, '{\"x\":1}'",
    "x.csv, x 1",
    "x.txt, x 1",
    "json, x 1"
  })
  void theEndingOfTheOutputFileChoosesTheFormat(String name, String content) throws Exception {
    Path file = root.resolve(name);
    assertEquals(
        0, CommandRun.over(root, "sql", "SELECT 1 AS x", "--output", file.toString()).exitCode());
    assertEquals(content, Files.readString(file).strip().replaceAll("\\s+", " "));
    CommandRun.over(root, "sql", "SELECT 1 AS x", "--output", file.toString(), "--format", "jsonl");
    assertEquals("{\"x\":1}\n", Files.readString(file), "what is said outright counts");
  }

  @Test
  void anEmptyAnswerIsAnEmptyArrayOrAHeader() {
    assertEquals(
        "[]\n",
        CommandRun.over(root, "sql", "SELECT 1 AS x WHERE false", "--format", "json").out());
    assertEquals("x\r\n", CommandRun.over(root, "sql", "SELECT 1 AS x WHERE false").out());
  }

  @Test
  void listsAndMapsAreJson() {
    String sql =
        "SELECT ['a', NULL, chr(7)] AS l, MAP {'1 Mo': 3.5} AS m, {'x': true} AS s, 'nan'::DOUBLE n";
    assertEquals(
        "{\"l\":[\"a\",null,\"\\u0007\"],\"m\":{\"1 Mo\":3.5},\"s\":{\"x\":true},\"n\":null}\n",
        CommandRun.over(root, "sql", sql, "--format", "jsonl").out());
    assertEquals(
        "m,e,z\r\n\"{\"\"1 Mo\"\":3.5}\",\"\",\r\n",
        CommandRun.over(root, "sql", "SELECT MAP {'1 Mo': 3.5} AS m, '' AS e, NULL AS z").out());
  }

  @Test
  void aTerminalGetsATableThatFits() {
    quotes();
    CommandRun result = CommandRun.onTerminal(root, "query", "financial_data");
    assertTrue(result.out().lines().limit(4).allMatch(line -> line.length() <= 80), result.out());
    assertTrue(result.out().contains("of 23 columns fit"), result.out());
    String[] narrow = {"query", "financial_data", "--symbol", "aapl", "--columns", "symbol,close"};
    assertEquals(
        """
        symbol            close
        ------  ---------------
        AAPL    3500000000000.0
        (1 row)
        """,
        CommandRun.onTerminal(root, narrow).out());
  }

  @Test
  void anOutputFileIsCompleteOrNotThere() throws Exception {
    quotes();
    Path file = root.resolve("out.csv");
    assertEquals(
        0, CommandRun.over(root, "sql", "SELECT 1 AS x", "--output", file.toString()).exitCode());
    assertEquals("x\r\n1\r\n", Files.readString(file));
    String fails =
        "SELECT CASE WHEN i = 900000 THEN error('late') END AS x FROM range(1000000) t(i)";
    CommandRun result = CommandRun.over(root, "sql", fails, "--output", file.toString());
    assertEquals(1, result.exitCode());
    assertEquals("x\r\n1\r\n", Files.readString(file));
    try (Stream<Path> files = Files.list(root)) {
      assertEquals(0, files.filter(path -> path.toString().endsWith(".tmp")).count());
    }
    CommandRun nowhere =
        CommandRun.over(root, "sql", "SELECT 1", "--output", root.resolve("no/x.csv").toString());
    assertEquals(1, nowhere.exitCode());
    assertTrue(nowhere.err().contains("no such folder"), nowhere.err());
  }
}
