package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.file.FileDestination;
import io.stocktrend.sink.text.JsonFormat;
import io.stocktrend.sink.text.TextCompression;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;

/**
 * Stores events as JSON lines part files in date partitions: across a crash at any moment no event
 * is lost, doubled or torn.
 */
public final class JsonSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    FileDestination destination = new FileDestination(settings, getName(), new Configuration());
    JsonFormat format = new JsonFormat(TextCompression.of(settings));
    return destination.writer(format, Clock.systemUTC());
  }
}
