package io.stocktrend.sink.copy;

import io.stocktrend.record.Dataset;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Reads the rows of a store by day of collection, in UTC. */
public interface StoreReader extends Closeable {
  /** The days that the store may have rows of. */
  SortedSet<LocalDate> days(Dataset dataset) throws IOException;

  /** Hands over the rows of a day, in any order. */
  void read(Dataset dataset, LocalDate day, Consumer<StoreRow> rows) throws IOException;

  /**
   * When the rows with these ids were collected, of a store that holds one row an id, whatever its
   * day; empty for one that holds rows by day.
   */
  default Map<String, Long> collectedAt(Dataset dataset, Collection<String> ids)
      throws IOException {
    return Map.of();
  }
}
