package io.stocktrend.sink.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A batch that its store takes as a whole. */
final class CollectedBatch implements OpenBatch {
  private final BatchWriter writer;
  private final List<RecordEvent> events = new ArrayList<>();

  CollectedBatch(BatchWriter writer) {
    this.writer = writer;
  }

  @Override
  public void add(RecordEvent event) {
    events.add(event);
  }

  @Override
  public BatchResult finish() throws IOException {
    return writer.write(events);
  }

  @Override
  public void close() {}
}
