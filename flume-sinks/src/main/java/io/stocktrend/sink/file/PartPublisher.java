package io.stocktrend.sink.file;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes events of one partition into one part, which readers see whole or not at all. */
final class PartPublisher {
  private final FileStore store;
  private final PartFormat format;
  private final PartNames names;
  private final ReplayFence fence;

  PartPublisher(FileStore store, PartFormat format, PartNames names, ReplayFence fence) {
    this.store = store;
    this.format = format;
    this.names = names;
    this.fence = fence;
  }

  /** Publishes the events, without those that the format can never write, which it returns. */
  List<RefusedEvent> publish(Partition partition, Collection<RecordEvent> events)
      throws IOException {
    List<RefusedEvent> refused = new ArrayList<>();
    List<RecordEvent> rest = new ArrayList<>(events);
    boolean written = rest.isEmpty();
    while (!written && !rest.isEmpty()) {
      try {
        publishPart(partition, rest);
        written = true;
      } catch (UnwritableRecordException e) {
        refused.add(new RefusedEvent(rest.remove(e.position()).event(), e.getMessage()));
      }
    }
    return refused;
  }

  private void publishPart(Partition partition, List<RecordEvent> events)
      throws IOException, UnwritableRecordException {
    try (OpenPart part = open(partition)) {
      for (RecordEvent event : events) {
        part.write(event);
      }
      part.publish();
    }
  }

  /** Starts a part, to be written by the caller. */
  OpenPart open(Partition partition) throws IOException {
    String name = names.next(format.extension());
    PartDraft draft = store.draft(partition.folder(), name);
    FaultPoint.reach("sink.part-opened");
    // Before it is written: in an object store the close makes it visible.
    fence.publishing(name);
    return OpenPart.of(draft, format, partition);
  }
}
