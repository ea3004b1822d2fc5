package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** Writes rows in one transaction, all of them or without those that the database refuses. */
final class RowUpsert {
  private final Dialect dialect;
  private final Connection connection;
  private final List<RefusedEvent> refused = new ArrayList<>();
  private int written;

  RowUpsert(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /** Writes all rows of a table, or fails. */
  void write(Table table, List<RecordEvent> rows) throws SQLException {
    written += dialect.upsert(connection, table, rows);
  }

  /** Writes those rows of a table that it takes, found by halving; fails if no row is at fault. */
  void sort(Table table, List<RecordEvent> rows) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      write(table, rows);
      connection.releaseSavepoint(before);
      return;
    } catch (SQLException e) {
      if (!dialect.isRefusal(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      if (rows.size() == 1) {
        refuse(e, table, rows.get(0));
        return;
      }
    }
    int half = rows.size() / 2;
    sort(table, rows.subList(0, half));
    sort(table, rows.subList(half, rows.size()));
  }

  private void refuse(SQLException failure, Table table, RecordEvent row) {
    refused.add(new RefusedEvent(row.event(), dialect.reason(failure, table, row)));
  }

  List<RefusedEvent> refused() {
    return refused;
  }

  /** How many rows are new or have changed. */
  int written() {
    return written;
  }
}
