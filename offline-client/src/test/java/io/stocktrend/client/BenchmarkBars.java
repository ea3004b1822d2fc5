package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * Hourly bars of 500 symbols since 2015, 7 a day, as Parquet in the layout of a data root, and the
 * same rows as CSV and JSON lines. They lie as a backfill and a compaction leave them: in
 * partitions of so many sessions, each sorted by symbol and time.
 */
record BenchmarkBars(Path root, int rows) {
  private static final int SYMBOLS = 500;
  private static final int PARTITIONS = 20;
  private static final LocalDate COLLECTED = LocalDate.of(2026, 1, 1);

  /** What stands for the columns of a bar. */
  private static final String BARS =
      """
      SELECT symbol || '|1h|' || strftime(event_time, '%%Y-%%m-%%dT%%H:%%M:%%SZ') || '|'
          || strftime(known_at, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') AS record_id,
        event_time, known_at, collected_at, 'yahoo' AS provider, symbol, '1h' AS "interval",
        close - round(noise, 2) AS open, close + 1 AS high, close - 1 AS low, close,
        CAST(100000 + 900000 * noise AS BIGINT) AS volume, close AS adj_close,
        true AS is_final, noise / 50 - 0.01 AS change, close - 1.5 * noise AS sma_20,
        close - 2.5 * noise AS sma_50, close - 3.5 * noise AS sma_200,
        close - 0.7 * noise AS ema_12, close - 0.9 * noise AS ema_26, 100 * noise AS rsi_14,
        noise - 0.5 AS macd, noise / 2 - 0.25 AS macd_signal, noise / 2 - 0.25 AS macd_histogram,
        CASE WHEN noise > 0.5 THEN 'UP' ELSE 'DOWN' END AS trend
      FROM (
        SELECT *, event_time + INTERVAL 1 HOUR AS known_at, event_time + INTERVAL 3 MONTH AS collected_at,
          round(100 + 20 * sin(i / 150.0) + 10 * noise, 2) AS close
        FROM (
          SELECT 'SYM' || lpad(CAST(s AS VARCHAR), 3, '0') AS symbol,
            i, hash(s, i) %% 1000003 / 1000003 AS noise,
            TIMESTAMPTZ '2015-01-01 14:30:00+00' + to_days(CAST(i // 7 AS INTEGER)) + to_hours(i %% 7) AS event_time
          FROM range(%d) symbols(s), range(%d, %d) bars(i)
        )
      ) ORDER BY symbol, event_time
      """;

  /** Writes what is not there yet. */
  void write(Connection duckDb) throws SQLException, IOException {
    for (int i = 0; i < PARTITIONS; i++) {
      int bars = rows / SYMBOLS / PARTITIONS;
      String sql = BARS.formatted(SYMBOLS, i * bars, (i + 1) * bars);
      Path parquet = file("parquet", i);
      copy(duckDb, sql, parquet, "FORMAT parquet, COMPRESSION zstd");
      String same = "FROM read_parquet('" + parquet + "', hive_partitioning = false)";
      copy(duckDb, same, file("csv", i), "FORMAT csv, HEADER");
      copy(duckDb, same, file("jsonl", i), "FORMAT json");
    }
  }

  private static void copy(Connection duckDb, String sql, Path file, String format)
      throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    if (Files.notExists(file)) {
      try (Statement statement = duckDb.createStatement()) {
        statement.execute("COPY (%s) TO '%s' (%s)".formatted(sql, file, format));
      }
    }
  }

  private Path file(String format, int partition) {
    Path base = format.equals("parquet") ? root : root.resolve(format);
    return DatasetLayout.folder(base, Dataset.STOCK_MOVEMENTS)
        .resolve("date=" + COLLECTED.plusDays(partition))
        .resolve("part." + format);
  }

  private List<Path> files(String format) {
    return IntStream.range(0, PARTITIONS).mapToObj(i -> file(format, i)).toList();
  }

  /** The table function of DuckDB that reads a format; types are given, so that none is guessed. */
  String scan(String format) {
    String files = Sql.list(files(format).stream().map(Path::toString).toList());
    return switch (format) {
      case "parquet" -> "read_parquet(%s)".formatted(files);
      case "csv" ->
          "read_csv(%s, auto_detect = false, header = true, columns = {%s})"
              .formatted(files, columns());
      default -> "read_ndjson(%s, columns = {%s})".formatted(files, columns());
    };
  }

  private static String columns() {
    return Dataset.STOCK_MOVEMENTS.schema().getFields().stream()
        .map(field -> "\"%s\": '%s'".formatted(field.name(), type(field)))
        .collect(Collectors.joining(", "));
  }

  private static String type(Schema.Field field) {
    return ColumnTypes.of(field.schema());
  }

  /** Megabytes of a format. */
  long size(String format) throws IOException {
    long bytes = 0;
    for (Path file : files(format)) {
      bytes += Files.size(file);
    }
    return bytes / 1_000_000;
  }

  /** The views as the client has them, in a bare DuckDB. */
  void createViews(Connection duckDb) throws SQLException {
    try (Statement statement = duckDb.createStatement()) {
      Dataset bars = Dataset.STOCK_MOVEMENTS;
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("CREATE SCHEMA " + ViewSql.PARTS_SCHEMA);
      statement.execute(
          "CREATE VIEW %s AS %s"
              .formatted(ViewSql.partsName(bars), ViewSql.parts(bars, files("parquet"), false)));
      statement.execute(
          "CREATE VIEW stock_movements AS SELECT * FROM %s %s"
              .formatted(ViewSql.partsName(bars), ViewSql.newestPerFact(bars)));
    }
  }
}
