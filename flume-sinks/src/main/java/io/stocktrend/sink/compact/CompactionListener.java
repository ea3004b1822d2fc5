package io.stocktrend.sink.compact;

import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;

/** Hears of each day in turn. */
public interface CompactionListener {
  /** The day's rows stand in one file now. */
  void compacted(CompactedDay result);

  /** The day stays as it was, for a reason that concerns no other day. */
  void skipped(PrimaryDay day, IOException reason);
}
