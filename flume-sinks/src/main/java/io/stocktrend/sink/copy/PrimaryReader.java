package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Field;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import io.stocktrend.sink.primary.PrimaryDays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;

/**
 * The Parquet primary as a store.
 *
 * @param root the data root
 * @param encryption knows the keys of parts that are encrypted
 */
public record PrimaryReader(Path root, Encryption encryption) implements StoreReader {
  @Override
  public SortedSet<LocalDate> days(Dataset dataset) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>();
    PrimaryDays.of(root, dataset).forEach(day -> days.add(day.date()));
    return days;
  }

  @Override
  public void read(Dataset dataset, LocalDate date, Consumer<StoreRow> rows) throws IOException {
    PrimaryDay day = PrimaryDays.of(root, dataset, date);
    for (Path part : day.parts()) {
      try (PartReader reader = open(part, dataset)) {
        for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
          rows.accept(of(row));
        }
      }
    }
  }

  PartReader open(Path part, Dataset dataset) throws IOException {
    return PartReader.open(part, dataset, encryption);
  }

  private static StoreRow of(GenericRecord row) {
    List<Object> values = new ArrayList<>();
    row.getSchema().getFields().forEach(field -> values.add(row.get(field.pos())));
    return new StoreRow(
        row.get(Field.RECORD_ID.position()).toString(),
        (Long) row.get(Field.COLLECTED_AT.position()),
        values);
  }

  @Override
  public void close() {
    // Every file is closed once it has been read.
  }
}
