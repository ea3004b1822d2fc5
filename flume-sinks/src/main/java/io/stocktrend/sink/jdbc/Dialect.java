package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** What one database does in its own way. */
interface Dialect {
  /** What is wrong with a JDBC URL, without a word of it; empty if nothing is. */
  String complaint(String url);

  /** A connection with time limits, unless the URL sets others. */
  Connection connect(String url, Properties login) throws SQLException;

  /** The names of the table's columns, empty if there is no such table. */
  Set<String> columns(Connection connection, TableName table) throws SQLException;

  /** Keeps others from creating or changing tables until the end of the transaction. */
  void lockTables(Connection connection) throws SQLException;

  /** The statements that make the table and its indexes. */
  List<String> create(Table table);

  /** The statement that adds a column to the table. */
  String add(Table table, Column column);

  /** Has every constraint checked at once, so that none fails at the commit. */
  void begin(Connection connection) throws SQLException;

  /**
   * Inserts rows, which have different {@code record_id}s, or changes those that differ from the
   * ones with the same id and are not newer.
   *
   * @return how many were written
   */
  int upsert(Connection connection, Table table, List<RecordEvent> rows) throws SQLException;

  /** Whether the failure of a statement is the fault of a row in it, which no retry can save. */
  boolean isRefusal(SQLException failure);

  /** Why the row was refused, for a person. */
  String reason(SQLException failure, Table table, RecordEvent row);

  /** What the database said, in one line and without the row. */
  String describe(SQLException failure);

  /** What a person can do about a failure that is no refusal. */
  String advice(SQLException failure);
}
