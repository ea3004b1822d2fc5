package io.stocktrend.sink.compact;

import io.stocktrend.record.RecordId;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.primary.PartReader;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The rows of one day, each {@code record_id} once: the one that was collected last. */
final class DayRows {
  private static final String IS_FINAL = "is_final";

  private final PrimaryDay day;
  private final Encryption encryption;
  private final HeapBudget heap;
  private final RowCodec codec;
  private final Schema.Field isFinal;
  private final Map<String, StoredRow> byId = new HashMap<>();
  private final Set<String> provisional = new HashSet<>();
  private long read;

  DayRows(PrimaryDay day, Encryption encryption, HeapBudget heap) {
    this.day = day;
    this.encryption = encryption;
    this.heap = heap;
    this.codec = new RowCodec(day.dataset());
    this.isFinal = day.dataset().schema().getField(IS_FINAL);
  }

  /** Adds the rows of a part file. */
  void read(Path part) throws IOException {
    try (PartReader reader = PartReader.open(part, day.dataset(), encryption)) {
      if (reader.isEncrypted() && !encryption.isOn()) {
        throw new PlainDayException(day);
      }
      for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
        add(row);
      }
    }
  }

  private void add(GenericRecord values) throws IOException {
    read++;
    StoredRow row = codec.encode(values);
    StoredRow known = byId.get(row.id());
    if (known == null) {
      heap.take(row, day);
    }
    if (known == null || known.collectedAt() < row.collectedAt()) {
      byId.put(row.id(), row);
      note(values, row.id());
    }
  }

  private void note(GenericRecord values, String id) {
    if (isFinal == null || Boolean.TRUE.equals(values.get(isFinal.pos()))) {
      provisional.remove(id);
    } else {
      provisional.add(id);
    }
  }

  /** Drops the provisional versions of bars that have a final one; how many those were. */
  int dropSuperseded() {
    Set<String> finals = new HashSet<>();
    for (String id : byId.keySet()) {
      if (isFinal != null && !provisional.contains(id)) {
        finals.add(RecordId.naturalKey(id));
      }
    }
    int before = byId.size();
    byId.keySet()
        .removeIf(id -> provisional.contains(id) && finals.contains(RecordId.naturalKey(id)));
    return before - byId.size();
  }

  /** How many rows the parts held, repetitions included. */
  long rowsRead() {
    return read;
  }

  int size() {
    return byId.size();
  }

  /** The rows in the order in which they are to be written. */
  List<StoredRow> sorted() {
    List<StoredRow> rows = new ArrayList<>(byId.values());
    rows.sort(StoredRow.ORDER);
    return rows;
  }

  GenericRecord values(StoredRow row) throws IOException {
    return codec.decode(row);
  }
}
