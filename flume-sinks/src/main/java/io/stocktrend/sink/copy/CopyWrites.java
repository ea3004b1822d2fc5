package io.stocktrend.sink.copy;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.BatchWriter;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Event;

/** Hands rows to a store in batches, and counts what has become of them. */
final class CopyWrites {
  private static final int BATCH = 5000;
  private static final int REFUSALS_SHOWN = 10;

  private final BatchWriter writer;
  private final RowEvents events = new RowEvents();
  private final List<RecordEvent> batch = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long rows;
  private long known;
  private long refusals;

  CopyWrites(BatchWriter writer) {
    this.writer = writer;
  }

  void add(DatasetRecord row) throws IOException {
    batch.add(events.of(row));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /** Whether what waits is worth a batch of its own, or nothing waits. */
  boolean isReady() {
    return batch.isEmpty() || batch.size() >= BATCH / 2;
  }

  /** Returns when every row up to here is durable. */
  void flush() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    BatchResult result = writer.write(batch);
    writer.committed();
    rows += batch.size();
    known += result.known();
    refusals += result.refused().size();
    for (RefusedEvent refusal : result.refused()) {
      note(refusal);
    }
    batch.clear();
    FaultPoint.reach("copy.batch-written");
  }

  private void note(RefusedEvent refusal) {
    if (refused.size() < REFUSALS_SHOWN) {
      refused.add(id(refusal.event()) + ": " + refusal.reason());
    }
  }

  private String id(Event event) {
    return batch.stream()
        .filter(row -> row.event() == event)
        .map(row -> row.record().recordId())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a store refused a row that it never got"));
  }

  /** Forgets the rows that wait. */
  void discard() {
    batch.clear();
  }

  /** What has been done up to now. */
  CopyResult result(int resumed) {
    return new CopyResult(rows, known, refused, refusals, resumed);
  }
}
