package io.stocktrend.client;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;

/** Finds what a failure of DuckDB does not name: its cause, or the part file that is damaged. */
final class DamageSearch {
  private static final String LOST = "Invalid Input Error: Invalid result set";

  private final DuckDBConnection owner;
  private final Supplier<List<Path>> parts;

  /**
   * @param parts the files to look through for the damaged one
   */
  DamageSearch(DuckDBConnection owner, Supplier<List<Path>> parts) {
    this.owner = owner;
    this.parts = parts;
  }

  /** Says whose fault a failure is, and which part file is damaged if one is. */
  ClientException explain(SQLException failure) {
    if (DatabaseErrors.isUnnamedDamage(failure)) {
      for (Path part : parts.get()) {
        if (!isReadable(part)) {
          return DatabaseErrors.unreadable(part.toString(), failure);
        }
      }
    }
    return DatabaseErrors.explain(failure);
  }

  /** The same of the failure of a statement, which the driver may have replaced as it streamed. */
  ClientException explain(SQLException failure, String sql) {
    return explain(LOST.equals(failure.getMessage()) ? real(sql, failure) : failure);
  }

  private SQLException real(String sql, SQLException lost) {
    try (Connection connection = owner.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE failing AS " + sql);
      return lost;
    } catch (SQLException e) {
      return e;
    }
  }

  private boolean isReadable(Path part) {
    String everyValue =
        "SELECT bit_xor(hash(part)) FROM read_parquet(%s) part"
            .formatted(Sql.text(part.toString()));
    try (Connection connection = owner.duplicate();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(everyValue)) {
      return result.next();
    } catch (SQLException e) {
      return false;
    }
  }
}
