package io.stocktrend.source.state;

import java.util.List;
import java.util.Map;

/**
 * The part of a poll that goes into the channel in one transaction.
 *
 * @param sequence one more than that of the slice before
 * @param items in the order of emission
 */
public record Slice(long sequence, List<Item> items) {
  public Slice {
    items = List.copyOf(items);
  }

  /**
   * One event and what the cursor remembers of it.
   *
   * @param key natural key of the fact
   * @param fingerprint of the values, so that the same values are not emitted again
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
  public record Item(String key, String fingerprint, Map<String, String> headers, byte[] body) {}
}
