package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Field;
import io.stocktrend.sink.batch.RecordEvent;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a batch that have one {@code record_id}: the newest is stored, of two that were
 * collected at the same time the later one.
 */
record Row(RecordEvent newest, List<RecordEvent> older) {
  static Row of(RecordEvent event) {
    return new Row(event, List.of());
  }

  Row with(RecordEvent later) {
    boolean newer = collectedAt(later) >= collectedAt(newest);
    List<RecordEvent> others = new ArrayList<>(older);
    others.add(newer ? newest : later);
    return new Row(newer ? later : newest, others);
  }

  private static long collectedAt(RecordEvent event) {
    return (Long) event.record().values().get(Field.COLLECTED_AT.position());
  }

  /** All its events as refused: what the newest was to replace is not stored either. */
  List<RefusedEvent> refused(String reason) {
    List<RefusedEvent> refused = new ArrayList<>();
    refused.add(new RefusedEvent(newest.event(), reason));
    for (RecordEvent event : older) {
      refused.add(
          new RefusedEvent(event.event(), "a newer row of its record_id is refused: " + reason));
    }
    return refused;
  }
}
