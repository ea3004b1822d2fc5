package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
    List<String> counts =
        select("unnest([count(*), count(DISTINCT record_id)])", "read_parquet(%s)");
    return new Count(Long.parseLong(counts.get(0)), Long.parseLong(counts.get(1)));
  }

  /** How many rows are there by now. */
  long rows() {
    try {
      return count().rows();
    } catch (SQLException | IOException e) {
      throw new AssertionError("a part cannot be read", e);
    }
  }

  /** The value of an expression for each row, in the order of the values. */
  List<String> values(String expression) throws SQLException {
    return select(expression, "read_parquet(%s) ORDER BY 1");
  }

  /** The same for the rows that a condition holds for. */
  List<String> values(String expression, String condition) throws SQLException {
    return select(expression, "read_parquet(%s) WHERE " + condition + " ORDER BY 1");
  }

  /** The names of the compressions in use. */
  List<String> compressions() throws SQLException {
    return select("DISTINCT compression", "parquet_metadata(%s)");
  }

  private List<String> select(String expression, String source) throws SQLException {
    String query = "SELECT " + expression + " FROM " + source.formatted("'" + glob() + "'");
    List<String> values = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  private String glob() {
    return root + "/**/*.parquet";
  }

  /** Parts that a reader may look at. */
  List<Path> visible() throws IOException {
    return visible(".parquet");
  }

  /** The same of another format. */
  List<Path> visible(String ending) throws IOException {
    return files().stream()
        .filter(file -> !isHidden(file) && file.getFileName().toString().contains(ending))
        .toList();
  }

  /** Whatever a writer has left behind. */
  List<Path> hidden() throws IOException {
    return files().stream().filter(PartFiles::isHidden).toList();
  }

  private List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.exists(root)) {
      Files.walkFileTree(root, new Finder(found));
    }
    return found;
  }

  /** A draft may be renamed while the folder is walked: then it is not there, which is no error. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  private static boolean isHidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("_") || name.startsWith(".");
  }
}
