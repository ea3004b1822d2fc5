package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.jdbc.JdbcDestination;

/**
 * Stores events as rows of a PostgreSQL database, one SQL transaction per batch: across a crash of
 * either side at any moment no event is lost or doubled, and the same event again changes nothing.
 */
public final class JdbcSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    return new JdbcDestination(settings, getName()).writer();
  }
}
