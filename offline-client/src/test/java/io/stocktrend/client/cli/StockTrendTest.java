package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import io.stocktrend.client.format.ValueText;
import io.stocktrend.record.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

class StockTrendTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path root;

  private record Result(int exitCode, String out, String err) {}

  private Result run(String... arguments) {
    return run(false, Integer.MAX_VALUE, arguments);
  }

  private Result run(boolean terminal, int width, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    if (!arguments[0].equals("schema") && !all.contains("--data")) {
      all.addAll(List.of("--data", root.toString()));
    }
    int exitCode =
        StockTrend.run(new Stdio(out, errors, terminal, width), all.toArray(String[]::new));
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

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
    Result result = run("query", "financial_data", "--columns", "symbol,event_time,open,close");
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
    run("query", "financial_data", "--format", format, "--output", file.toString());
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
    assertEquals(0, run("sql", "SELECT 1 AS x", "--output", file.toString()).exitCode());
    assertEquals(content, Files.readString(file).strip().replaceAll("\\s+", " "));
    run("sql", "SELECT 1 AS x", "--output", file.toString(), "--format", "jsonl");
    assertEquals("{\"x\":1}\n", Files.readString(file), "what is said outright counts");
  }

  @Test
  void anEmptyAnswerIsAnEmptyArrayOrAHeader() {
    assertEquals("[]\n", run("sql", "SELECT 1 AS x WHERE false", "--format", "json").out());
    assertEquals("x\r\n", run("sql", "SELECT 1 AS x WHERE false").out());
  }

  @Test
  void listsAndMapsAreJson() {
    String sql =
        "SELECT ['a', NULL, chr(7)] AS l, MAP {'1 Mo': 3.5} AS m, {'x': true} AS s, 'nan'::DOUBLE n";
    assertEquals(
        "{\"l\":[\"a\",null,\"\\u0007\"],\"m\":{\"1 Mo\":3.5},\"s\":{\"x\":true},\"n\":null}\n",
        run("sql", sql, "--format", "jsonl").out());
    assertEquals(
        "m,e,z\r\n\"{\"\"1 Mo\"\":3.5}\",\"\",\r\n",
        run("sql", "SELECT MAP {'1 Mo': 3.5} AS m, '' AS e, NULL AS z").out());
  }

  @Test
  void aTerminalGetsATableThatFits() {
    quotes();
    Result result = run(true, 80, "query", "financial_data");
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
        run(true, 80, narrow).out());
  }

  @Test
  void anOutputFileIsCompleteOrNotThere() throws Exception {
    quotes();
    Path file = root.resolve("out.csv");
    assertEquals(0, run("sql", "SELECT 1 AS x", "--output", file.toString()).exitCode());
    assertEquals("x\r\n1\r\n", Files.readString(file));
    String fails =
        "SELECT CASE WHEN i = 900000 THEN error('late') END AS x FROM range(1000000) t(i)";
    Result result = run("sql", fails, "--output", file.toString());
    assertEquals(1, result.exitCode());
    assertEquals("x\r\n1\r\n", Files.readString(file));
    try (Stream<Path> files = Files.list(root)) {
      assertEquals(0, files.filter(path -> path.toString().endsWith(".tmp")).count());
    }
    Result nowhere = run("sql", "SELECT 1", "--output", root.resolve("no/x.csv").toString());
    assertEquals(1, nowhere.exitCode());
    assertTrue(nowhere.err().contains("no such folder"), nowhere.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | query financial_dat                       | did you mean 'financial_data'?
          2 | query financial_data --columns clos       | did you mean 'close'?
          2 | query financial_data --where clos>1       | Referenced column "clos" not found
          2 | query financial_data --from 2026-13-01    | write 2026-11-01 (its start in UTC)
          2 | query financial_data --as-of 2026-11-01T1 | 2026-11-01T14:30:00+01:00
          2 | query financial_data --from 2026-11-02 --to 2026-11-01 | is after
          2 | query financial_data --format xml         | known are table, csv, json, jsonl, parquet
          2 | query financial_data --limit -1           | it must be 0 or more
          2 | query financial_data --bogus              | --bogus
          2 | query                                     | DATASET
          2 | query financial_data --format parquet     | name it with --output FILE.parquet
          2 | query financial_data --symbol AAPK        | financial_data has no symbol 'AAPK': did you mean 'AAPL'?
          2 | query financial_data --adjusted           | only stock_movements has
          2 | query news_dat                            | did you mean 'news_data'?
          2 | export financial_data                     | FILE
          2 | export financial_data /tmp/x.xlsx         | known are csv, json, jsonl, parquet
          2 | export financial_data /tmp/x --format xml | known are csv, json, jsonl, parquet
          2 | features --horizon 1w                     | is no horizon: write sessions, e.g. 1d or 5d
          1 | features                                  | no data yet in
          2 | sql DROP                                  | syntax error
          1 | query news_data                           | no data yet in
          1 | query financial_data --data /nowhere/at   | no data folder /nowhere/at
          """)
  void aMistakeIsOneLineThatSaysWhatToDo(int exitCode, String arguments, String hint) {
    quotes();
    Result result = run(arguments.split(" "));
    assertTrue(result.err().contains(hint), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(exitCode, result.exitCode());
    assertEquals("", result.out());
  }

  @Test
  void timesHaveThreeForms() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    assertEquals(Instant.parse("2026-11-01T00:00:00Z"), Arguments.time("2026-11-01"));
    assertEquals(noon, Arguments.time("2026-11-01T12:00:00Z"));
    assertEquals(noon, Arguments.time("2026-11-01T13:00:00+01:00"));
  }

  @Test
  void anEmptyRootHasFiveEmptyDatasets() {
    Result result = run("datasets");
    assertEquals(6, result.out().lines().count());
    assertTrue(result.out().contains("policy_data,0,0,,,\r\n"), result.out());
    assertEquals(0, run("sql", "SELECT * FROM policy_data").exitCode());
  }

  @Test
  void schemaTellsMeaningAndNaturalKey() {
    String text = run("schema", "stock_movements").out();
    assertTrue(text.contains("Natural key: symbol, interval, event_time\n"), text);
    for (var field : Dataset.STOCK_MOVEMENTS.schema().getFields()) {
      assertTrue(text.contains("\n" + field.name() + " ") && text.contains(field.doc()), text);
    }
  }

  @Test
  void commandsOfOtherModulesJoin() {
    ByteArrayOutputStream none = new ByteArrayOutputStream();
    Stdio stdio = new Stdio(none, new PrintStream(none, true, StandardCharsets.UTF_8), false, 80);
    assertEquals(7, StockTrend.run(stdio, "greeting"));
  }

  @Test
  void numbersArePlainAndShortest() {
    assertEquals("100.0", ValueText.number(100));
    assertEquals("0.1", ValueText.number(0.1));
    assertEquals("20000000000000000000000.0", ValueText.number(2e22));
    assertEquals("0.000001", ValueText.number(1e-6));
    assertEquals("-123456789.25", ValueText.number(-123456789.25));
    assertEquals("8410000000000000000000.0", ValueText.number(Double.parseDouble("8.41E21")));
    for (double number : new double[] {2.0E-3, 1.1E-300, Double.MIN_VALUE, Math.PI}) {
      assertEquals(number, Double.parseDouble(ValueText.number(number)));
    }
  }

  @Test
  void theWidthIsThatOfTheTerminal() {
    assertEquals(132, Stdio.width("132", true));
    assertEquals(80, Stdio.width(null, true));
    assertEquals(80, Stdio.width("wide", true));
    assertEquals(Integer.MAX_VALUE, Stdio.width(null, false));
  }
}
