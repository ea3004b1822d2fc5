package io.stocktrend.sink.file;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;

/** Builds Parquet's writer around {@link RecordWriteSupport}. */
final class RecordWriterBuilder extends ParquetWriter.Builder<GenericRecord, RecordWriterBuilder> {
  private final Schema schema;

  RecordWriterBuilder(OutputFile file, Schema schema) {
    super(file);
    this.schema = schema;
  }

  @Override
  protected RecordWriterBuilder self() {
    return this;
  }

  @Override
  @SuppressWarnings("deprecation") // Parquet still asks for it.
  protected WriteSupport<GenericRecord> getWriteSupport(Configuration configuration) {
    return new RecordWriteSupport(schema, configuration);
  }
}
