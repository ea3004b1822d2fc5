package io.stocktrend.agent.gaps;

import io.stocktrend.record.Dataset;
import java.time.Instant;

/**
 * What is missing without a break of one item.
 *
 * @param item a symbol, an indicator or a kind; {@code *} for all of a round
 * @param from inclusive
 * @param to exclusive
 * @param missing bars or rounds
 */
record Gap(Dataset dataset, String item, Instant from, Instant to, int missing, Finding finding) {
  /** The item that stands for all. */
  static final String ALL = "*";

  /**
   * Why it is missing.
   *
   * @param detail what the run log says, in few words
   */
  record Finding(Cause cause, String detail) {}

  /** The same, longer by one that follows. */
  Gap and(Instant end) {
    return new Gap(dataset, item, from, end, missing + 1, finding);
  }
}
