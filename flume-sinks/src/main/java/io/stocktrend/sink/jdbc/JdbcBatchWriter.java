package io.stocktrend.sink.jdbc;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.batch.UnavailableStoreException;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Stores a batch in one SQL transaction, whose rows may go to several tables. */
final class JdbcBatchWriter implements BatchWriter {
  private final Session session;
  private final TableTemplate template;
  private final PromptCalls calls;

  JdbcBatchWriter(Session session, TableTemplate template) {
    this.session = session;
    this.template = template;
    this.calls = new PromptCalls("jdbc-" + session.sink());
  }

  @Override
  public void open() {}

  @Override
  public BatchResult write(List<RecordEvent> batch) throws IOException {
    TableBatch split = new TableBatch(batch, template);
    if (split.tables().isEmpty()) {
      return new BatchResult(split.refused(), 0);
    }
    return calls.call(() -> stored(batch.size(), split), session::abort);
  }

  private BatchResult stored(int events, TableBatch split) throws IOException {
    try {
      RowUpsert upsert = transact(split);
      List<RefusedEvent> refused = new ArrayList<>(split.refused());
      refused.addAll(upsert.refused());
      return new BatchResult(refused, events - refused.size() - upsert.written());
    } catch (SQLException e) {
      session.drop();
      Dialect dialect = session.dialect();
      throw new UnavailableStoreException(dialect.describe(e), dialect.advice(e), e);
    } catch (RuntimeException | Error e) {
      session.drop();
      throw e;
    }
  }

  private RowUpsert transact(TableBatch split) throws SQLException {
    Connection connection = session.connection();
    for (Table table : split.tables()) {
      session.prepare(table);
    }
    RowUpsert upsert = new RowUpsert(session.dialect(), connection);
    try {
      for (Table table : split.tables()) {
        upsert.write(table, split.rows(table));
      }
      commit(connection);
      return upsert;
    } catch (SQLException e) {
      if (!session.dialect().isRefusal(e)) {
        throw e;
      }
    }
    connection.rollback();
    return sorted(split, connection);
  }

  /** The same again, without the rows that are refused. */
  private RowUpsert sorted(TableBatch split, Connection connection) throws SQLException {
    session.dialect().begin(connection);
    RowUpsert upsert = new RowUpsert(session.dialect(), connection);
    for (Table table : split.tables()) {
      upsert.sort(table, split.rows(table));
    }
    commit(connection);
    return upsert;
  }

  private static void commit(Connection connection) throws SQLException {
    FaultPoint.reach("sink.rows-sent");
    connection.commit();
    FaultPoint.reach("sink.rows-committed");
  }

  @Override
  public void close() {
    calls.close();
    session.close();
  }
}
