package io.stocktrend.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures formats, the client beside bare DuckDB, a cold start and a large export, in one run. */
final class ClientBenchmark {
  private static final List<String> FORMATS = List.of("parquet", "csv", "jsonl");
  private static final String YEAR =
      "event_time >= '2015-01-01' AND event_time < '2016-01-01' AND symbol = 'SYM042'";
  private static final String DAY = "event_time >= '2015-03-01' AND event_time < '2015-03-02'";

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("count", "SELECT count(*) FROM %s");
    QUESTIONS.put(
        "three columns, grouped",
        "SELECT symbol, avg(close), sum(volume) FROM %s GROUP BY symbol ORDER BY symbol");
    QUESTIONS.put(
        "one symbol's year", "SELECT event_time, close FROM %s WHERE " + YEAR + " ORDER BY 1");
    QUESTIONS.put("one day", "SELECT symbol, close FROM %s WHERE " + DAY + " ORDER BY 1, 2");
    QUESTIONS.put("all columns", "SELECT bit_xor(hash(bars)) FROM %s AS bars");
  }

  private final BenchmarkBars bars;
  private final Contest contest;

  private ClientBenchmark(BenchmarkBars bars, Contest contest) {
    this.bars = bars;
    this.contest = contest;
  }

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    BenchmarkBars bars = new BenchmarkBars(root, Integer.parseInt(arguments[1]));
    ClientBenchmark benchmark =
        new ClientBenchmark(bars, new Contest(Integer.parseInt(arguments[2])));
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      bars.write(duckDb);
      bars.createViews(duckDb);
      benchmark.print(
          "Rows %,d; rounds %d; Java %s%n", bars.rows(), benchmark.contest.rounds(), version());
      benchmark.formats(duckDb);
      benchmark.overhead(duckDb);
    }
    benchmark.coldStart();
    benchmark.export();
  }

  private static String version() {
    return System.getProperty("java.vm.version");
  }

  private void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  private void formats(Connection duckDb) throws Exception {
    print(
        "%n| bare DuckDB, ms | Parquet | CSV | JSON lines | CSV / Parquet |%n|---|---|---|---|---|%n");
    print(
        "| size, MB | %d | %d | %d | |%n",
        bars.size("parquet"), bars.size("csv"), bars.size("jsonl"));
    for (var question : QUESTIONS.entrySet()) {
      List<Contest.Entry> contestants = new ArrayList<>();
      for (String format : FORMATS) {
        String sql = question.getValue().formatted(bars.scan(format));
        contestants.add(() -> read(duckDb, sql));
      }
      double[] ms = contest.medians(contestants);
      print(
          "| %s | %.1f | %.0f | %.0f | %.1f |%n",
          question.getKey(), ms[0], ms[1], ms[2], ms[1] / ms[0]);
    }
  }

  private void overhead(Connection duckDb) throws Exception {
    print(
        "%n| same SQL, newest versions, ms | bare DuckDB | client | overhead |%n|---|---|---|---|%n");
    try (MarketDataClient client = MarketDataClient.open(bars.root())) {
      for (String name : List.of("one symbol's year", "one day", "three columns, grouped")) {
        String range =
            name.startsWith("three") ? " WHERE event_time < '2015-07-01' GROUP" : " GROUP";
        String sql = QUESTIONS.get(name).replace(" GROUP", range).formatted("stock_movements");
        double[] ms =
            contest.medians(
                List.of(() -> read(duckDb, sql), () -> client.sql(sql).stream().count()));
        print("| %s | %.1f | %.1f | %+.1f %% |%n", name, ms[0], ms[1], 100 * (ms[1] / ms[0] - 1));
      }
    }
  }

  private void coldStart() throws Exception {
    double[] ms = contest.medians(List.of(this::firstByte));
    print(
        "%nFirst row of `query stock_movements --symbol SYM042 --from … --to …`, cold JVM: %.0f ms.%n",
        ms[0]);
  }

  private long firstByte() throws Exception {
    Process query =
        stocktrend(
            "query",
            "stock_movements",
            "--symbol",
            "SYM042",
            "--from",
            "2015-03-01",
            "--to",
            "2015-04-01",
            "--columns",
            "symbol,event_time,close",
            "--format",
            "csv");
    try (InputStream out = query.getInputStream()) {
      return out.read();
    } finally {
      query.destroyForcibly().waitFor();
    }
  }

  private void export() throws Exception {
    for (String format : List.of("parquet", "csv")) {
      Path file = bars.root().resolve("export." + format);
      long start = System.nanoTime();
      Process export = stocktrend("export", "stock_movements", file.toString());
      String said = new String(export.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (export.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      print(
          "Export of all rows as %s with a heap of 512 MB: %.0f s, %d MB.%n",
          format, seconds, Files.size(file) / 1_000_000);
      Files.delete(file);
    }
  }

  private Process stocktrend(String... arguments) throws IOException {
    List<String> java =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx512m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.stocktrend.client.cli.StockTrend");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(java.stream(), Arrays.stream(arguments)).toList());
    builder.environment().put("STOCKTREND_DATA", bars.root().toString());
    return builder.start();
  }

  private static long read(Connection duckDb, String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      long rows = 0;
      while (result.next()) {
        for (int i = 1; i <= columns; i++) {
          result.getObject(i);
        }
        rows++;
      }
      return rows;
    }
  }
}
