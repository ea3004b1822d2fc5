package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Part files of one format, as DuckDB reads them. */
record DrainedFiles(String kind, Path root, Format format) implements DrainedStore {
  private static final Map<String, Format> FORMATS =
      Map.of(
          "parquet", new Format("ParquetSink", ".parquet", "read_parquet('GLOB')"),
          "csv",
              new Format("CsvSink", ".csv", "read_csv('GLOB', header = true, all_varchar = true)"),
          "json",
              new Format(
                  "JsonSink",
                  ".jsonl",
                  "read_json('GLOB', format = 'newline_delimited', columns = {record_id: 'VARCHAR'})"));

  private record Format(String sink, String ending, String reader) {}

  DrainedFiles(String kind, Path folder) {
    this(kind, folder.resolve("data/raw"), FORMATS.get(kind));
  }

  @Override
  public Map<String, String> sink() {
    return Map.of(
        "type",
        "io.stocktrend.sink." + format.sink,
        "path",
        root + "/%{dataset}/date=%Y-%m-%d",
        "batchSize",
        "1000");
  }

  @Override
  public List<String> steps() {
    return List.of(
        "sink.part-opened",
        "sink.part-written",
        "sink.part-synced",
        "sink.part-renamed",
        "sink.folder-synced",
        "sink.before-commit",
        "sink.committed");
  }

  /** How many parts there are. */
  @Override
  public long progress() {
    try {
      return new PartFiles(root).visible(format.ending).size();
    } catch (IOException e) {
      throw new AssertionError("the parts cannot be listed", e);
    }
  }

  @Override
  public PartFiles.Count count() {
    if (progress() == 0) {
      return new PartFiles.Count(0, 0);
    }
    try {
      String rows = format.reader.replace("GLOB", root + "/**/part-*" + format.ending + "*");
      try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duckdb.createStatement();
          ResultSet result =
              statement.executeQuery("SELECT count(*), count(DISTINCT record_id) FROM " + rows)) {
        result.next();
        return new PartFiles.Count(result.getLong(1), result.getLong(2));
      }
    } catch (SQLException e) {
      throw new AssertionError("a part cannot be read", e);
    }
  }

  @Override
  public List<Path> leftovers() {
    try {
      return new PartFiles(root).hidden();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {}
}
