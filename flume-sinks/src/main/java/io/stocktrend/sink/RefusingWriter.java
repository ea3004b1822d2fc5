package io.stocktrend.sink;

import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.List;

/** Stores nothing: whatever validation has not refused already is refused here. */
final class RefusingWriter implements BatchWriter {
  private static final String REASON =
      "it came to the quarantine without being refused: see which channels the selector of its"
          + " source sends it to";

  @Override
  public void open() {}

  @Override
  public BatchResult write(List<RecordEvent> batch) {
    return new BatchResult(
        batch.stream().map(event -> new RefusedEvent(event.event(), REASON)).toList(), 0);
  }

  @Override
  public void close() {}
}
