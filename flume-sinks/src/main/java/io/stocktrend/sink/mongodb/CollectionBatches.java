package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch by collection and dataset, and in it by {@code record_id}. */
final class CollectionBatches {
  private final CollectionTemplate template;
  private final Map<Target, Map<String, Row>> rows = new LinkedHashMap<>();
  private final List<RefusedEvent> refused = new ArrayList<>();

  CollectionBatches(List<RecordEvent> batch, CollectionTemplate template) {
    this.template = template;
    for (RecordEvent event : batch) {
      add(event);
    }
  }

  private void add(RecordEvent event) {
    try {
      String id = event.record().recordId();
      if (id.isBlank()) {
        throw new UnfitRecordException("its record_id is empty: the row has no identity", null);
      }
      Target target = new Target(template.resolve(event.headers()), event.record().dataset());
      Map<String, Row> known = rows.computeIfAbsent(target, t -> new LinkedHashMap<>());
      known.compute(id, (key, row) -> row == null ? Row.of(event) : row.with(event));
    } catch (UnfitRecordException e) {
      refused.add(new RefusedEvent(event.event(), e.getMessage()));
    }
  }

  Map<Target, Map<String, Row>> rows() {
    return rows;
  }

  /** The events that no collection may hold. */
  List<RefusedEvent> refused() {
    return refused;
  }

  /** A collection, and the dataset of what goes there. */
  record Target(String collection, Dataset dataset) {}
}
