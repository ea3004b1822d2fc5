package io.stocktrend.sink.primary;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.SchemaCatalog;
import io.stocktrend.sink.file.Encryption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData.EncryptionType;
import org.apache.parquet.io.InputFile;

/**
 * The Avro schema in the footer of a part file.
 *
 * @param encrypted whether the part is
 */
record WriterSchema(Path part, Schema schema, boolean encrypted) {
  private static final String FOOTER_KEY = "parquet.avro.schema";
  private static final SchemaCatalog CATALOG = SchemaCatalog.bundled();

  static WriterSchema of(Path part, InputFile file, Encryption encryption) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder().withDecryption(encryption.forReading()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(file, options)) {
      String text = reader.getFileMetaData().getKeyValueMetaData().get(FOOTER_KEY);
      if (text == null) {
        throw new UnreadablePartException(
            part, "it was not written by this project's sink: move it away", null);
      }
      boolean encrypted =
          reader.getFileMetaData().getEncryptionType() != EncryptionType.UNENCRYPTED;
      return new WriterSchema(part, new Schema.Parser().parse(text), encrypted);
    }
  }

  /**
   * The columns that the dataset has today, as the writer knew them.
   *
   * @throws UnreadablePartException if reading with today's schema would lose a column of a schema
   *     that this version does not know
   */
  Schema sharedWith(Dataset dataset) throws UnreadablePartException {
    Schema current = dataset.schema();
    if (!schema.getFullName().equals(current.getFullName())) {
      throw new UnreadablePartException(
          part, "it holds " + schema.getFullName() + ", not " + dataset.id() + ": move it", null);
    }
    List<Schema.Field> shared =
        schema.getFields().stream()
            .filter(field -> current.getField(field.name()) != null)
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    if (shared.size() < schema.getFields().size() && isUnknown()) {
      throw new UnreadablePartException(
          part, "a newer version with more columns wrote it: use that version", null);
    }
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, shared);
  }

  private boolean isUnknown() {
    return CATALOG.find(SchemaCatalog.fingerprint(schema)).isEmpty();
  }
}
