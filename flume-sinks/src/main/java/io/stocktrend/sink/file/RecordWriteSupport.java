package io.stocktrend.sink.file;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Writes decoded records of one schema. What parquet-avro's own support decides for every value, it
 * decides once for every column, to save time; the files are the same, with the Avro schema in the
 * footer.
 */
final class RecordWriteSupport extends WriteSupport<GenericRecord> {
  private static final String AVRO_SCHEMA = "parquet.avro.schema";

  private final Schema schema;
  private final WriteContext context;
  private final List<ColumnWriter> columns;
  private RecordConsumer consumer;

  RecordWriteSupport(Schema schema, Configuration configuration) {
    this.schema = schema;
    this.context =
        new WriteContext(
            new AvroSchemaConverter(configuration).convert(schema),
            Map.of(AVRO_SCHEMA, schema.toString()));
    this.columns = schema.getFields().stream().map(ColumnWriter::of).toList();
  }

  @Override
  public String getName() {
    return "avro";
  }

  @Override
  @SuppressWarnings("deprecation") // Parquet still asks for it.
  public WriteContext init(Configuration unused) {
    return context;
  }

  @Override
  public WriteContext init(ParquetConfiguration unused) {
    return context;
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  /**
   * Writes one record.
   *
   * @throws RuntimeException if it is not one of the schema
   */
  @Override
  public void write(GenericRecord record) {
    if (!schema.equals(record.getSchema())) {
      throw new IllegalArgumentException("a record of " + record.getSchema().getFullName());
    }
    consumer.startMessage();
    for (ColumnWriter column : columns) {
      column.write(consumer, record);
    }
    consumer.endMessage();
  }
}
