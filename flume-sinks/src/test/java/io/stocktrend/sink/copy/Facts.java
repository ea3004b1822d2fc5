package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PrimaryDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;

/** Made-up rows of any dataset, by number, with every kind of value; every seventh is null. */
public final class Facts {
  public static final LocalDate DAY = LocalDate.parse("2026-11-02");

  private static final ParquetFormat FORMAT =
      new ParquetFormat(new Configuration(), Compression.SNAPPY);

  private Facts() {}

  /** Writes a part of the primary with the facts of these numbers, collected on that day. */
  public static Path part(Path root, Dataset dataset, LocalDate day, int from, int to)
      throws IOException {
    Path folder = PrimaryDays.of(root, dataset, day).folder();
    Files.createDirectories(folder);
    Path part = folder.resolve("part-%07d.parquet".formatted(from));
    try (PartWriter writer = FORMAT.open(new LocalOutputFile(part), dataset)) {
      for (int number = from; number < to; number++) {
        writer.write(row(dataset, number, collected(day, number)));
      }
    }
    return part;
  }

  /** Writes days of parts of a thousand facts each. */
  public static void days(Path root, Dataset dataset, int days, int partsOfDay) throws IOException {
    for (int part = 0; part < days * partsOfDay; part++) {
      part(root, dataset, DAY.plusDays(part / partsOfDay), part * 1000, part * 1000 + 1000);
    }
  }

  static Instant collected(LocalDate day, int number) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(number, ChronoUnit.MICROS);
  }

  static GenericRecord row(Dataset dataset, int number, Instant collected) {
    GenericRecord row = new GenericData.Record(dataset.schema());
    for (Schema.Field field : dataset.schema().getFields()) {
      row.put(field.pos(), value(field.schema(), number + field.pos()));
    }
    Instant knownAt = Instant.parse("2026-11-01T00:00:00.000001Z");
    row.put("record_id", RecordId.of("fact" + number, knownAt));
    row.put("event_time", micros(knownAt.minusSeconds(number)));
    row.put("known_at", micros(knownAt));
    row.put("collected_at", micros(collected));
    return row;
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Object value(Schema schema, int seed) {
    return switch (schema.getType()) {
      case UNION -> seed % 7 == 0 ? null : value(schema.getTypes().get(1), seed);
      case STRING -> seed % 5 == 0 ? "" : "=\"é\\\n," + seed;
      case DOUBLE -> seed % 3 == 0 ? seed * 1e-9 : -seed / 3.0;
      case LONG -> seed * 1_000_000_007L;
      case INT -> 20_000 - seed % 40_000;
      case BOOLEAN -> seed % 2 == 0;
      case ARRAY -> List.of("AAPL", "", "A\"B,\\").subList(0, seed % 4);
      case MAP -> seed % 2 == 0 ? Map.of() : Map.of("10 \"Yr.\"", seed / 7.0, "$2", 1e-7);
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }
}
