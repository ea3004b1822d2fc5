package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.file.FileDestination;
import io.stocktrend.sink.text.CsvFormat;
import io.stocktrend.sink.text.TextCompression;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;

/**
 * Stores events as CSV part files in date partitions: across a crash at any moment no event is
 * lost, doubled or torn.
 */
public final class CsvSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    FileDestination destination = new FileDestination(settings, getName(), new Configuration());
    CsvFormat format = new CsvFormat(TextCompression.of(settings));
    return destination.writer(format, Clock.systemUTC());
  }
}
