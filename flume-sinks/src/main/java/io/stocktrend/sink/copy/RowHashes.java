package io.stocktrend.sink.copy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row as one hash a column, which tells the columns that differ without the values at hand. */
final class RowHashes {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long collectedAt;
  private final long[] columns;

  private RowHashes(long collectedAt, long[] columns) {
    this.collectedAt = collectedAt;
    this.columns = columns;
  }

  static RowHashes of(StoreRow row) {
    long[] columns =
        row.values().stream().mapToLong(value -> value == null ? 0 : hash(text(value))).toArray();
    return new RowHashes(row.collectedAt(), columns);
  }

  long collectedAt() {
    return collectedAt;
  }

  /** The positions of the columns that differ. */
  List<Integer> differences(RowHashes other) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != other.columns[i]) {
        positions.add(i);
      }
    }
    return positions;
  }

  /** The same text for the same value, whichever class a store's driver has for it. */
  private static String text(Object value) {
    if (value instanceof Collection<?> items) {
      StringBuilder text = new StringBuilder("[");
      items.forEach(item -> text.append(text(item)).append('\u0000'));
      return text.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(key.toString(), text(item)));
      return text(List.of(text(sorted.keySet()), text(sorted.values())));
    }
    return String.valueOf(value);
  }

  private static long hash(String text) {
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
