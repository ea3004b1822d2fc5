package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;

/** Reads encrypted part files through parquet-java, which finds the key by its name in the file. */
final class PartDecryption {
  private static final String READ_SCHEMA = "parquet.avro.read.schema";

  private final PartKeys keys;

  PartDecryption(PartKeys keys) {
    this.keys = keys;
  }

  /** Hands over every row in the given schema, with times and dates as plain numbers. */
  void read(Path part, Schema schema, Rows rows) throws SQLException {
    FileDecryptionProperties decryption =
        FileDecryptionProperties.builder()
            .withKeyRetriever(name -> keys.require(part, new String(name, StandardCharsets.UTF_8)))
            .build();
    try (ParquetReader<GenericRecord> reader = open(part, schema, decryption)) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        rows.row(row);
      }
    } catch (ClientException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw explain(part, e);
    }
  }

  private static ParquetReader<GenericRecord> open(
      Path part, Schema schema, FileDecryptionProperties decryption) throws IOException {
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.set(READ_SCHEMA, schema.toString());
    return AvroParquetReader.<GenericRecord>builder(new LocalInputFile(part), configuration)
        .withDataModel(new GenericData())
        .withDecryption(decryption)
        .build();
  }

  private static ClientException explain(Path part, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientException known) {
        return known;
      }
      if (cause instanceof ParquetCryptoRuntimeException) {
        return new ClientException(
            Fault.DATA,
            "the part file %s cannot be decrypted: the key of its name is not the one that encrypted it, or it is damaged"
                .formatted(part),
            failure);
      }
      if (cause instanceof NoSuchFileException) {
        // Named as DuckDB names it, so that the question is asked again.
        return DatabaseErrors.unreadable(
            part.toString(), new SQLException("IO Error: no file '" + part + "'", failure));
      }
    }
    return new ClientException(
        Fault.DATA,
        "the part file %s cannot be read: move it away or restore it (%s)".formatted(part, failure),
        failure);
  }

  /** Takes rows. */
  interface Rows {
    void row(GenericRecord row) throws SQLException;
  }
}
