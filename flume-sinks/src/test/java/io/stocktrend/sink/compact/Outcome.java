package io.stocktrend.sink.compact;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/** Runs compactions and keeps what they say. */
final class Outcome implements CompactionListener {
  final List<CompactedDay> compacted = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();

  @Override
  public void compacted(CompactedDay result) {
    compacted.add(result);
  }

  @Override
  public void skipped(PrimaryDay day, IOException reason) {
    skipped.add(day + ": " + reason.getMessage());
  }

  /** Compacts the bars up to the day after {@link Bars#DAY}. */
  static Outcome of(Path root) throws IOException {
    return of(root, false);
  }

  static Outcome of(Path root, boolean dropSuperseded) throws IOException {
    Outcome outcome = new Outcome();
    new Compactor(root, Bars.rewriting(dropSuperseded), outcome)
        .compact(Dataset.STOCK_MOVEMENTS, Bars.DAY.plusDays(1));
    return outcome;
  }

  /** The {@code record_id}s of the day in the order of its files and rows. */
  static List<String> ids(PrimaryDay day) throws IOException {
    return rows(day).stream().map(row -> row.get("record_id").toString()).toList();
  }

  static List<GenericRecord> rows(PrimaryDay day) throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    for (Path part : day.parts()) {
      try (PartReader reader = PartReader.open(part, day.dataset(), Encryption.NONE)) {
        for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Every hidden file below the root. */
  static List<Path> leftovers(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  Stream.of("_", ".").anyMatch(file.getFileName().toString()::startsWith)
                      || file.getParent().endsWith(Compactor.FOLDER))
          .toList();
    }
  }
}
