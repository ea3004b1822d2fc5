package io.stocktrend.sink.primary;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.Encryption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * Reads the rows of one part file, whichever of the dataset's schemas wrote it, as records of the
 * current one: times and dates are plain numbers, texts {@link CharSequence}s.
 */
public final class PartReader implements Closeable {
  private final Path part;
  private final boolean encrypted;
  private final ParquetReader<GenericRecord> reader;

  private PartReader(Path part, boolean encrypted, ParquetReader<GenericRecord> reader) {
    this.part = part;
    this.encrypted = encrypted;
    this.reader = reader;
  }

  /**
   * Opens a part file.
   *
   * @param encryption knows the keys of parts that are encrypted
   * @throws NoSuchFileException if it has gone
   * @throws UnreadablePartException if it is no part of this dataset that this version can read
   */
  public static PartReader open(Path part, Dataset dataset, Encryption encryption)
      throws IOException {
    try {
      WriterSchema writer = WriterSchema.of(part, new LocalInputFile(part), encryption);
      return new PartReader(
          part, writer.encrypted(), reader(part, dataset, writer.sharedWith(dataset), encryption));
    } catch (UnreadablePartException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (Files.notExists(part)) {
        throw (NoSuchFileException) new NoSuchFileException(part.toString()).initCause(e);
      }
      throw UnreadablePartException.of(part, e);
    }
  }

  private static ParquetReader<GenericRecord> reader(
      Path part, Dataset dataset, Schema shared, Encryption encryption) throws IOException {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, shared.toString());
    // Lists of three levels, as the sink writes them.
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    configuration.setBoolean(AvroSchemaConverter.ADD_LIST_ELEMENT_RECORDS, false);
    configuration.set("parquet.avro.read.schema", dataset.schema().toString());
    return AvroParquetReader.<GenericRecord>builder(new LocalInputFile(part), configuration)
        .withDataModel(new GenericData())
        .withDecryption(encryption.forReading())
        .build();
  }

  /** Whether the part is encrypted. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /**
   * The next row, or null after the last.
   *
   * @throws UnreadablePartException if the file is damaged
   */
  public GenericRecord next() throws IOException {
    try {
      return reader.read();
    } catch (IOException | RuntimeException e) {
      throw UnreadablePartException.of(part, e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
