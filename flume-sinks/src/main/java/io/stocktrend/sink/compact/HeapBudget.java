package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;

/**
 * Ends a compaction that would not fit into the heap with a message, before it ends in an
 * OutOfMemoryError: a day is sorted in memory.
 */
final class HeapBudget {
  /** Object headers, the identity's text and its place in the map, generously. */
  private static final int OVERHEAD = 250;

  private static final double SHARE = 0.6;

  private final long limit;
  private long taken;

  HeapBudget(long limit) {
    this.limit = limit;
  }

  static HeapBudget ofProcess() {
    return new HeapBudget((long) (Runtime.getRuntime().maxMemory() * SHARE));
  }

  void take(StoredRow row, PrimaryDay day) throws DayTooLargeException {
    taken += row.body().capacity() + row.id().length() + OVERHEAD;
    if (taken > limit) {
      throw new DayTooLargeException(day, limit);
    }
  }
}
