package io.stocktrend.client;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.duckdb.DuckDBPreparedStatement;

/** Tells a listener now and then which part of a running statement is done. */
final class Progress {
  /** A listener who does not listen. */
  static final DoubleConsumer NOBODY = part -> {};

  private static final int MILLIS = 200;

  private Progress() {}

  /** Executes a statement and tells of it. */
  static void execute(Statement statement, String sql, DoubleConsumer listener)
      throws SQLException {
    if (listener == NOBODY) {
      statement.execute(sql);
      return;
    }
    DuckDBPreparedStatement running = statement.unwrap(DuckDBPreparedStatement.class);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    ScheduledFuture<?> telling =
        timer.scheduleAtFixedRate(
            () -> tell(running, listener), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    try {
      statement.execute(sql);
    } finally {
      telling.cancel(false);
      timer.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stocktrend-progress");
    thread.setDaemon(true);
    return thread;
  }

  private static void tell(DuckDBPreparedStatement running, DoubleConsumer listener) {
    try {
      listener.accept(Math.max(0, running.getQueryProgress().getPercentage() / 100));
    } catch (SQLException e) {
      throw DatabaseErrors.explain(e);
    }
  }
}
