package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;

/**
 * What has become of one day.
 *
 * @param parts how many files the new one has replaced
 * @param rowsRead how many rows those held, repetitions included
 * @param rows how many rows the new one holds
 * @param superseded how many provisional rows have been dropped
 * @param bytesBefore size of the files that are gone
 * @param bytesAfter size of the new one
 */
public record CompactedDay(
    PrimaryDay day,
    int parts,
    long rowsRead,
    int rows,
    int superseded,
    long bytesBefore,
    long bytesAfter) {
  /** How many repetitions of a {@code record_id} have been dropped. */
  public long repeated() {
    return rowsRead - rows - superseded;
  }
}
