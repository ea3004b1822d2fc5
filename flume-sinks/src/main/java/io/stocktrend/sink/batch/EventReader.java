package io.stocktrend.sink.batch;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flume.Event;

/** Reads the records of a batch, without the events that no store may hold. */
public final class EventReader {
  private final EventCodec codec = new EventCodec();

  /** The events to store; those that validation refused or that cannot be decoded are added. */
  public List<RecordEvent> read(List<Event> events, List<RefusedEvent> refused) {
    List<RecordEvent> decoded = new ArrayList<>(events.size());
    for (Event event : events) {
      Optional<RefusedEvent> refusal = RefusedEvent.byValidation(event);
      if (refusal.isPresent()) {
        refused.add(refusal.get());
      } else {
        decode(event, decoded, refused);
      }
    }
    return decoded;
  }

  private void decode(Event event, List<RecordEvent> decoded, List<RefusedEvent> refused) {
    try {
      DatasetRecord record = codec.decode(event);
      if (record.recordId().isBlank()) {
        refused.add(new RefusedEvent(event, "the record has no record_id"));
      } else {
        decoded.add(new RecordEvent(event, record));
      }
    } catch (UndecodableEventException e) {
      refused.add(new RefusedEvent(event, e.getMessage()));
    }
  }
}
