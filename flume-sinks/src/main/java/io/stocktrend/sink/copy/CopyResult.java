package io.stocktrend.sink.copy;

import java.util.List;

/**
 * What a copy has done.
 *
 * @param rows how many rows it has read and handed to the store
 * @param known how many of those the store had already
 * @param refused some of the rows that the store will never take: the {@code record_id}, and why
 * @param refusals how many those are in all
 * @param resumed how many parts an earlier run had done, which were not looked at again
 */
public record CopyResult(long rows, long known, List<String> refused, long refusals, int resumed) {
  public CopyResult {
    refused = List.copyOf(refused);
  }
}
