package io.stocktrend.sink.compact;

import io.stocktrend.sink.file.PartWriter;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.io.LocalOutputFile;

/** Writes the file of a day, and reads it back before anything is removed for its sake. */
record DayFile(Rewriting rewriting, PrimaryDay day) {
  void write(Path draft, DayRows rows) throws IOException {
    List<StoredRow> sorted = rows.sorted();
    try (PartWriter writer = rewriting.format().open(new LocalOutputFile(draft), day.dataset())) {
      for (StoredRow row : sorted) {
        writer.write(rows.values(row));
      }
    }
    verify(draft, rows, sorted);
  }

  private void verify(Path draft, DayRows rows, List<StoredRow> expected) throws IOException {
    try (PartReader reader = PartReader.open(draft, day.dataset(), rewriting.encryption())) {
      for (StoredRow row : expected) {
        GenericRecord read = reader.next();
        if (!rows.values(row).equals(read)) {
          throw different(row.id());
        }
      }
      if (reader.next() != null) {
        throw different("after the last row");
      }
    }
  }

  private IOException different(String where) {
    return new IOException(
        "the new file of %s does not hold what was written (%s): see that disk and memory are sound"
            .formatted(day, where));
  }
}
