package io.stocktrend.sink;

import io.stocktrend.sink.batch.BatchSink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kinds of file sinks, and how DuckDB reads what they stored. */
public enum FileKind {
  PARQUET("read_parquet('%s/**/part-*.parquet')"),
  CSV(
      "read_csv('%s/**/part-*.csv*', header = true, delim = ',', quote = '\"', escape = '\"',"
          + " allow_quoted_nulls = false, union_by_name = true)"),
  // By name anyway; with union_by_name DuckDB keeps 32 MB for every file.
  JSON("read_json('%s/**/part-*.jsonl*', format = 'newline_delimited')");

  private final String table;

  FileKind(String table) {
    this.table = table;
  }

  public BatchSink sink() {
    return switch (this) {
      case PARQUET -> new ParquetSink();
      case CSV -> new CsvSink();
      case JSON -> new JsonSink();
    };
  }

  /** Its name in settings and pages, e.g. {@code parquet}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The symbols of all rows below a folder, sorted by number, each as often as it is stored. */
  public List<String> symbols(Path root) throws SQLException {
    return values(root, "symbol", "ORDER BY substr(symbol, 2)::INT");
  }

  /** What an expression gives for each row below a folder; {@code tail} follows the table. */
  public List<String> values(Path root, String expression, String tail) throws SQLException {
    String query = "SELECT " + expression + " FROM " + table.formatted(root) + " " + tail;
    List<String> values = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
