package io.stocktrend.sink.batch;

import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.List;

/**
 * What became of a batch that is durable now.
 *
 * @param refused the events that the store will never take, which are not stored
 * @param known how many events stood in the store already, or twice in the batch
 */
public record BatchResult(List<RefusedEvent> refused, int known) {
  public BatchResult {
    refused = List.copyOf(refused);
  }
}
