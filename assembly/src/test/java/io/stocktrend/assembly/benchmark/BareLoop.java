package io.stocktrend.assembly.benchmark;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes records with Parquet's own writer and nothing else. */
final class BareLoop {
  private static final int ROWS_PER_FILE = 10_000;

  private BareLoop() {}

  static void write(EventPool pool, int rows, Path folder, boolean manyForced) throws IOException {
    Configuration configuration = new Configuration();
    int perFile = manyForced ? ROWS_PER_FILE : rows;
    for (int from = 0; from < rows; from += perFile) {
      Path file = folder.resolve("bare-" + from + ".parquet");
      try (ParquetWriter<GenericRecord> writer =
          AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
              .withConf(configuration)
              .withSchema(Dataset.FINANCIAL_DATA.schema())
              .withDataModel(new GenericData())
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .build()) {
        for (int i = from; i < Math.min(from + perFile, rows); i++) {
          writer.write(pool.record(i));
        }
      }
      if (manyForced) {
        DurableFiles.sync(file);
        DurableFiles.sync(folder);
      }
    }
  }
}
