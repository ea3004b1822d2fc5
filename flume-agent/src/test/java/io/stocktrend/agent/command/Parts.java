package io.stocktrend.agent.command;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PrimaryDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;

/** Writes part files of the primary as the sink does. */
final class Parts {
  static final LocalDate DAY = LocalDate.parse("2026-11-02");

  private static final ParquetFormat FORMAT =
      new ParquetFormat(new Configuration(), Compression.SNAPPY);

  private Parts() {}

  static Path write(Path root, Dataset dataset, LocalDate day, int number, List<GenericRecord> rows)
      throws IOException {
    Path folder = PrimaryDays.of(root, dataset, day).folder();
    Files.createDirectories(folder);
    Path part = folder.resolve("part-%06d.parquet".formatted(number));
    try (PartWriter writer = FORMAT.open(new LocalOutputFile(part), dataset)) {
      for (GenericRecord row : rows) {
        writer.write(row);
      }
    }
    return part;
  }
}
