package io.stocktrend.client;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.DatasetLayout;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Writes part files as the sink does: with parquet-avro, from records. */
public final class TestData {
  private TestData() {}

  /** A part file of generated records in the partition of that time. */
  public static Path part(
      Path root,
      Dataset dataset,
      Instant collectedAt,
      String name,
      List<? extends SpecificRecord> records) {
    return part(root, dataset, collectedAt, name, records, null);
  }

  /** A part file of these quotes, collected at that time. */
  public static Path quotes(Path root, Instant collectedAt, Quote... quotes) {
    return part(root, Dataset.FINANCIAL_DATA, collectedAt, "a.parquet", List.of(quotes));
  }

  /** The same of any records, encrypted unless the encryption is null. */
  static Path part(
      Path root,
      Dataset dataset,
      Instant collectedAt,
      String name,
      List<? extends SpecificRecord> records,
      FileEncryptionProperties encryption) {
    Path file = file(root, dataset, collectedAt, name);
    return write(file, records.get(0).getSchema(), new SpecificData(), records, encryption);
  }

  /** A part file of generic records, with times and dates as plain numbers. */
  static Path write(Path file, Schema schema, GenericData model, List<?> records) {
    return write(file, schema, model, records, null);
  }

  private static Path write(
      Path file,
      Schema schema,
      GenericData model,
      List<?> records,
      FileEncryptionProperties encryption) {
    try {
      Files.createDirectories(file.getParent());
      ParquetWriter<Object> writer =
          AvroParquetWriter.<Object>builder(new LocalOutputFile(file))
              .withSchema(schema)
              .withDataModel(model(model, records))
              .withCompressionCodec(CompressionCodecName.SNAPPY)
              .withEncryption(encryption)
              .build();
      try (writer) {
        for (Object row : records) {
          writer.write(row);
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericData model(GenericData model, List<?> records) {
    return records.get(0) instanceof SpecificRecord specific
        ? SpecificData.getForClass(specific.getClass())
        : model;
  }

  static Path file(Path root, Dataset dataset, Instant collectedAt, String name) {
    return DatasetLayout.folder(root, dataset)
        .resolve("date=" + LocalDate.ofInstant(collectedAt, ZoneOffset.UTC))
        .resolve(name);
  }

  /** A quote that became known, and was collected, at that time. */
  public static Quote quote(String symbol, Instant knownAt, double close) {
    return quote(symbol, knownAt, knownAt, knownAt, close);
  }

  static Quote quote(
      String symbol, Instant eventTime, Instant knownAt, Instant collectedAt, double close) {
    return Quote.newBuilder()
        .setRecordId(RecordId.of(symbol, knownAt))
        .setEventTime(eventTime)
        .setKnownAt(knownAt)
        .setCollectedAt(collectedAt)
        .setProvider("yahoo")
        .setSymbol(symbol)
        .setClose(close)
        .build();
  }
}
