package io.stocktrend.sink.compact;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * A row that waits to be written, as small as it gets.
 *
 * @param subject what the file is sorted by first: the symbol, the indicator or the kind
 * @param eventTime microseconds since the epoch, as the other times
 * @param body the row in Avro binary
 */
record StoredRow(
    String subject, long eventTime, long knownAt, long collectedAt, String id, ByteBuffer body) {
  static final Comparator<StoredRow> ORDER =
      Comparator.comparing(StoredRow::subject)
          .thenComparingLong(StoredRow::eventTime)
          .thenComparingLong(StoredRow::knownAt)
          .thenComparing(StoredRow::id);
}
