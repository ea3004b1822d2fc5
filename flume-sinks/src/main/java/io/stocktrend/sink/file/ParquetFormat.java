package io.stocktrend.sink.file;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Parquet with the dataset's Avro schema in the footer. A part is one row group; its page size
 * suits parts of some thousand rows, and its memory an agent with a heap of 256 MB.
 */
public final class ParquetFormat implements PartFormat {
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final int PAGE_BYTES = 1 << 20;

  private final Configuration configuration;
  private final Compression compression;
  private final Encryption encryption;
  private final CodecFactory codecs;

  /** Parquet without encryption. */
  public ParquetFormat(Configuration configuration, Compression compression) {
    this(configuration, compression, Encryption.NONE);
  }

  public ParquetFormat(
      Configuration configuration, Compression compression, Encryption encryption) {
    this.configuration = new Configuration(configuration);
    this.configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    this.compression = compression;
    this.encryption = encryption;
    this.codecs = new CodecFactory(this.configuration, PAGE_BYTES);
  }

  @Override
  public String extension() {
    return ".parquet";
  }

  @Override
  public PartWriter open(OutputFile file, Dataset dataset) throws IOException {
    RecordWriterBuilder builder =
        new RecordWriterBuilder(file, dataset.schema())
            .withConf(configuration)
            .withCompressionCodec(compression.codec())
            .withCodecFactory(codecs)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withEncryption(encryption.forWriting().orElse(null));
    distinctColumns(dataset).forEach(column -> builder.withDictionaryEncoding(column, false));
    return new ParquetPartWriter(builder.build());
  }

  /**
   * Columns whose values hardly repeat: for each part a dictionary would be built, found useless
   * and thrown away, at nearly the cost of writing the part. Times that do repeat are as small
   * without one, once they are compressed.
   */
  private static List<String> distinctColumns(Dataset dataset) {
    return dataset.schema().getFields().stream()
        .filter(
            field -> field.pos() == Field.RECORD_ID.position() || isNumberOrTime(field.schema()))
        .map(Schema.Field::name)
        .toList();
  }

  private static boolean isNumberOrTime(Schema schema) {
    if (schema.isUnion()) {
      return schema.getTypes().stream().anyMatch(ParquetFormat::isNumberOrTime);
    }
    return schema.getType() == Schema.Type.DOUBLE || schema.getType() == Schema.Type.LONG;
  }

  @Override
  public void recordIds(InputFile file, Consumer<String> ids) throws IOException {
    ParquetIds.read(file, encryption, ids);
  }

  private record ParquetPartWriter(ParquetWriter<GenericRecord> writer) implements PartWriter {
    @Override
    public void write(GenericRecord values) throws IOException {
      writer.write(values);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
