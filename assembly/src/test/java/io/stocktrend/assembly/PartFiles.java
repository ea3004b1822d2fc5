package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The Parquet files below a folder, as a foreign engine (DuckDB) reads them. */
record PartFiles(Path root) {
  /** Rows, and how many different identities they have. */
  record Count(long rows, long ids) {}

  /** Reads every visible part whole; a torn one is an error. */
  Count count() throws SQLException, IOException {
    if (visible().isEmpty()) {
      return new Count(0, 0);
    }
    String query =
        "SELECT count(*), count(DISTINCT record_id) FROM read_parquet('"
            + root
            + "/**/part-*.parquet', hive_partitioning = false)";
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return new Count(result.getLong(1), result.getLong(2));
    }
  }

  /** Parts that a reader may look at. */
  List<Path> visible() throws IOException {
    return files(".parquet").stream().filter(file -> !isHidden(file)).toList();
  }

  /** Whatever a writer has left behind. */
  List<Path> hidden() throws IOException {
    return files("").stream().filter(PartFiles::isHidden).toList();
  }

  private List<Path> files(String ending) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(ending)).toList();
    }
  }

  private static boolean isHidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("_") || name.startsWith(".");
  }
}
