package io.stocktrend.sink.batch;

import io.stocktrend.sink.quarantine.QuarantineStore;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flume.Event;

/**
 * The events of one transaction on their way to the store. They are decoded and handed on while
 * more are taken, and only those that the store holds back stay in memory.
 */
final class Intake implements Closeable {
  /** Large enough that handing over costs little, small enough that few events wait. */
  private static final int CHUNK = 100;

  private final String sink;
  private final BatchWriter writer;
  private final EventReader reader;
  private final List<RefusedEvent> refused = new ArrayList<>();
  private List<Event> chunk = new ArrayList<>(CHUNK);
  private EventRelay relay;
  private OpenBatch batch;
  private int events;
  private long bytes;

  /** The intake of the sink of that name, without events. */
  Intake(String sink, BatchWriter writer, EventReader reader) {
    this.sink = sink;
    this.writer = writer;
    this.reader = reader;
  }

  void add(Event event) throws IOException, InterruptedException {
    events++;
    bytes += event.getBody().length;
    chunk.add(event);
    if (chunk.size() == CHUNK) {
      relay(chunk);
      chunk = new ArrayList<>(CHUNK);
    }
  }

  /** On a second thread from the first full chunk on: for fewer events it is not worth one. */
  private void relay(List<Event> full) throws IOException, InterruptedException {
    if (relay == null) {
      relay = new EventRelay("batch-of-" + sink, this::handOn);
    }
    relay.put(full);
  }

  private void handOn(List<Event> some) throws IOException {
    for (Event event : some) {
      Optional<RecordEvent> decoded = reader.read(event, refused);
      if (decoded.isPresent()) {
        open().add(decoded.get());
      }
    }
  }

  /** Opened by its first event, so that a store is not touched while there is nothing to store. */
  private OpenBatch open() throws IOException {
    if (batch == null) {
      batch = writer.begin();
    }
    return batch;
  }

  int events() {
    return events;
  }

  /** How many bytes the bodies of the events have. */
  long bytes() {
    return bytes;
  }

  /** Makes the events durable: in the store, or in the quarantine if they can never be stored. */
  BatchResult finish(QuarantineStore quarantine) throws IOException, InterruptedException {
    if (relay != null) {
      relay.finish();
    }
    handOn(chunk);
    int known = 0;
    if (batch != null) {
      BatchResult written = batch.finish();
      refused.addAll(written.refused());
      known = written.known();
    }
    quarantine.store(refused);
    return new BatchResult(refused, known);
  }

  @Override
  public void close() throws IOException {
    if (relay != null) {
      relay.close();
    }
    if (batch != null) {
      batch.close();
    }
  }
}
