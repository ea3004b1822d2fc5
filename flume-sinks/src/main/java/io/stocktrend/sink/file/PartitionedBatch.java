package io.stocktrend.sink.file;

import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch by partition, in the order in which events came, each {@code record_id} once. */
final class PartitionedBatch {
  private final Map<Partition, Map<String, RecordEvent>> partitions = new LinkedHashMap<>();
  private final List<RefusedEvent> refused = new ArrayList<>();
  private int repeated;

  PartitionedBatch(List<RecordEvent> batch, PathTemplate path) {
    for (RecordEvent event : batch) {
      try {
        add(event, path.resolve(event.headers()));
      } catch (UnresolvablePathException e) {
        refused.add(new RefusedEvent(event.event(), e.getMessage()));
      }
    }
  }

  private void add(RecordEvent event, String folder) {
    Partition partition = new Partition(folder, event.record().dataset());
    RecordEvent before =
        partitions
            .computeIfAbsent(partition, key -> new LinkedHashMap<>())
            .putIfAbsent(event.record().recordId(), event);
    if (before != null) {
      repeated++;
    }
  }

  /** The events of each partition by their {@code record_id}; may be narrowed. */
  Map<Partition, Map<String, RecordEvent>> partitions() {
    return partitions;
  }

  /** Events whose headers give no folder. */
  List<RefusedEvent> refused() {
    return refused;
  }

  /** How many events had the {@code record_id} of an earlier one. */
  int repeated() {
    return repeated;
  }
}
