package io.stocktrend.sink.compact;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PrimaryDay;
import io.stocktrend.sink.primary.PrimaryDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;

/** Made-up bars of one hour each, and part files of them below a data root. */
final class Bars {
  static final LocalDate DAY = LocalDate.parse("2026-11-02");
  static final Instant OPEN = Instant.parse("2026-11-02T14:30:00Z");

  private Bars() {}

  static ParquetFormat format() {
    return new ParquetFormat(new Configuration(), Compression.SNAPPY);
  }

  static Rewriting rewriting(boolean dropSuperseded) {
    return new Rewriting(format(), Encryption.NONE, dropSuperseded);
  }

  static PrimaryDay day(Path root) {
    return PrimaryDays.of(root, Dataset.STOCK_MOVEMENTS, DAY);
  }

  static Path part(Path root, String name, GenericRecord... bars) throws IOException {
    return part(day(root), name, List.of(bars));
  }

  static Path part(PrimaryDay day, String name, List<GenericRecord> bars) throws IOException {
    Files.createDirectories(day.folder());
    Path part = day.folder().resolve(name + ".parquet");
    try (PartWriter writer = format().open(new LocalOutputFile(part), day.dataset())) {
      for (GenericRecord bar : bars) {
        writer.write(bar);
      }
    }
    return part;
  }

  static GenericRecord running(String symbol, int minute) {
    return bar(symbol, OPEN.plus(minute, ChronoUnit.MINUTES), false);
  }

  static GenericRecord finished(String symbol) {
    return bar(symbol, OPEN.plus(1, ChronoUnit.HOURS), true);
  }

  private static GenericRecord bar(String symbol, Instant knownAt, boolean isFinal) {
    GenericRecord bar = new GenericData.Record(Dataset.STOCK_MOVEMENTS.schema());
    bar.put("record_id", RecordId.of(symbol + "|1h|" + OPEN, knownAt));
    bar.put("event_time", micros(OPEN));
    bar.put("known_at", micros(knownAt));
    bar.put("collected_at", micros(knownAt.plusSeconds(2)));
    bar.put("provider", "yahoo");
    bar.put("symbol", symbol);
    bar.put("interval", "1h");
    bar.put("is_final", isFinal);
    bar.put("close", 100 + micros(knownAt) % 97 / 7.0);
    return bar;
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
