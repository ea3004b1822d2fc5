package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;

/**
 * Sets every event aside in quarantine, with the reason that validation gave it: durably before its
 * channel forgets it, and once, however often it is delivered.
 */
public final class QuarantineSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    return new RefusingWriter();
  }
}
