package io.stocktrend.sink.file;

import io.stocktrend.sink.batch.BatchResult;
import io.stocktrend.sink.batch.OpenBatch;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch that becomes one part for each partition, with each {@code record_id} once.
 *
 * <p>Events of a partition are held until there are so many that its part is worth being open while
 * the rest comes. From then on they are written as they come, so that thousands of them need not
 * survive one garbage collection after the other. Held to the end are those that the {@link
 * ReplayFence} has to look up, and those that an earlier attempt found to be unwritable among
 * others.
 */
final class FileBatch implements OpenBatch {
  private static final int WORTH_A_STREAM = 500;
  private static final int MOST_STREAMS = 8;

  private final PathTemplate path;
  private final ReplayFence fence;
  private final PartPublisher publisher;
  private final boolean mayStream;
  private final Map<Partition, Map<String, RecordEvent>> held = new LinkedHashMap<>();
  private final Map<Partition, StreamedPart> streamed = new LinkedHashMap<>();
  private final List<RefusedEvent> refused = new ArrayList<>();
  private int size;
  private int known;

  /**
   * A batch without events.
   *
   * @param mayStream whether a record that cannot be written may fail the batch
   */
  FileBatch(PathTemplate path, ReplayFence fence, PartPublisher publisher, boolean mayStream) {
    this.path = path;
    this.fence = fence;
    this.publisher = publisher;
    this.mayStream = mayStream;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also if the event is written at once and never can be: it has spoilt the
   *     part, and only a batch that may not stream can sort it out
   */
  @Override
  public void add(RecordEvent event) throws IOException {
    size++;
    try {
      add(new Partition(path.resolve(event.headers()), event.record().dataset()), event);
    } catch (UnresolvablePathException e) {
      refused.add(new RefusedEvent(event.event(), e.getMessage()));
    }
  }

  private void add(Partition partition, RecordEvent event) throws IOException {
    StreamedPart stream = streamed.get(partition);
    if (stream != null && !event.possibleDuplicate()) {
      write(stream, event);
      return;
    }
    Map<String, RecordEvent> events = held.computeIfAbsent(partition, key -> new LinkedHashMap<>());
    if (events.putIfAbsent(event.record().recordId(), event) != null) {
      known++;
    } else if (stream == null && events.size() == WORTH_A_STREAM && canStream(partition)) {
      stream(partition, events);
    }
  }

  private boolean canStream(Partition partition) throws IOException {
    return mayStream && streamed.size() < MOST_STREAMS && !fence.mayHold(partition.folder());
  }

  private void stream(Partition partition, Map<String, RecordEvent> events) throws IOException {
    List<RecordEvent> fresh =
        events.values().stream().filter(event -> !event.possibleDuplicate()).toList();
    if (fresh.isEmpty()) {
      // All of them may be there already, and a part without rows must not appear.
      return;
    }
    StreamedPart stream = new StreamedPart(publisher.open(partition));
    streamed.put(partition, stream);
    for (RecordEvent event : fresh) {
      write(stream, event);
      events.remove(event.record().recordId());
    }
  }

  private void write(StreamedPart stream, RecordEvent event) throws IOException {
    try {
      known += stream.add(event) ? 0 : 1;
    } catch (UnwritableRecordException e) {
      throw new IOException(e.getMessage() + "; the others are written without it", e);
    }
  }

  /** How many events have been added. */
  int size() {
    return size;
  }

  @Override
  public BatchResult finish() throws IOException {
    for (Map.Entry<Partition, Map<String, RecordEvent>> rest : held.entrySet()) {
      known += fence.keepOut(rest.getKey().folder(), rest.getValue());
      StreamedPart stream = streamed.get(rest.getKey());
      if (stream == null) {
        refused.addAll(publisher.publish(rest.getKey(), rest.getValue().values()));
      } else {
        for (RecordEvent event : rest.getValue().values()) {
          write(stream, event);
        }
      }
    }
    for (StreamedPart stream : streamed.values()) {
      stream.publish();
    }
    return new BatchResult(refused, known);
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (StreamedPart stream : streamed.values()) {
      try {
        stream.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
