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
      read(event, refused).ifPresent(decoded::add);
    }
    return decoded;
  }

  /** The event to store, or empty if it is added to those that are refused. */
  Optional<RecordEvent> read(Event event, List<RefusedEvent> refused) {
    Optional<RefusedEvent> refusal = RefusedEvent.byValidation(event);
    if (refusal.isPresent()) {
      refused.add(refusal.get());
      return Optional.empty();
    }
    try {
      DatasetRecord record = codec.decode(event);
      if (!record.recordId().isBlank()) {
        return Optional.of(new RecordEvent(event, record));
      }
      refused.add(new RefusedEvent(event, "the record has no record_id"));
    } catch (UndecodableEventException e) {
      refused.add(new RefusedEvent(event, e.getMessage()));
    }
    return Optional.empty();
  }
}
