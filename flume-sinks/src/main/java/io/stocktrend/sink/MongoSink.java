package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.mongodb.MongoDestination;

/**
 * Stores events as MongoDB documents, one for each {@code record_id}: across a crash at any moment
 * no event is lost or doubled.
 */
public final class MongoSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    return MongoDestination.of(settings).writer(getName());
  }
}
