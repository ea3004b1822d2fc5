package io.stocktrend.sink;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchSink;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.FileDestination;
import io.stocktrend.sink.file.ParquetFormat;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;

/**
 * Stores events as Parquet part files in date partitions: across a crash at any moment no event is
 * lost, doubled or torn.
 */
public final class ParquetSink extends BatchSink {
  @Override
  protected BatchWriter writer(Settings settings) {
    Configuration configuration = new Configuration();
    FileDestination destination = new FileDestination(settings, getName(), configuration);
    ParquetFormat format =
        new ParquetFormat(configuration, Compression.of(settings), Encryption.of(settings));
    return destination.writer(format, Clock.systemUTC());
  }
}
