package io.stocktrend.sink.copy;

import io.stocktrend.sink.primary.PrimaryDay;

/** Hears how far a copy has come. */
@FunctionalInterface
public interface CopyListener {
  /** So many of all parts have been copied; the day is that of the last one. */
  void copied(PrimaryDay day, int parts, int all);
}
