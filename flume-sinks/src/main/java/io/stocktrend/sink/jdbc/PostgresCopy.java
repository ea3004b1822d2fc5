package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * COPY of a batch into its table: the fastest way there is, and one that knows no conflict. It is
 * for new rows only, and for a table that an INSERT would treat no other way.
 */
final class PostgresCopy {
  private PostgresCopy() {}

  /**
   * Whether all rows are new and the table is a plain one whose columns have the very types of the
   * dataset, since COPY's binary form is not converted. The table stays so until the transaction
   * ends; if another session adds one of the rows meanwhile, the COPY is refused.
   */
  static boolean isPossible(Connection connection, Table table, List<RecordEvent> rows)
      throws SQLException {
    String[] ids = rows.stream().map(row -> row.record().recordId()).toArray(String[]::new);
    try (PreparedStatement statement =
        connection.prepareStatement(PostgresSql.copyIsPossible(table))) {
      statement.setArray(1, connection.createArrayOf("text", ids));
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Appends the rows; how many the table took. */
  static int append(Connection connection, Table table, List<RecordEvent> rows)
      throws SQLException {
    InputStream binary = new ByteArrayInputStream(PostgresRows.of(table, rows));
    try {
      PGConnection driver = connection.unwrap(PGConnection.class);
      return (int) driver.getCopyAPI().copyIn(PostgresSql.copy(table), binary);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }
}
