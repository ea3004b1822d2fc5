package io.stocktrend.sink.copy;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Field;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.batch.RecordEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;

/** Makes of a stored row the event that it came from, marked as one that may be known. */
final class RowEvents {
  private static final int MICROS_OF_MILLI = 1000;

  private final EventCodec codec = new EventCodec();

  RecordEvent of(DatasetRecord row) {
    long collectedAt = (Long) row.values().get(Field.COLLECTED_AT.position());
    Map<String, String> headers = new HashMap<>();
    headers.put(EventHeaders.DATASET, row.dataset().id());
    headers.put(EventHeaders.TIMESTAMP, Long.toString(Math.floorDiv(collectedAt, MICROS_OF_MILLI)));
    headers.put(EventHeaders.KEY, RecordId.naturalKey(row.recordId()));
    headers.put(EventHeaders.POSSIBLE_DUPLICATE, "true");
    Event event = EventBuilder.withBody(new byte[0], headers);
    codec.update(event, row);
    return new RecordEvent(event, row);
  }
}
