package io.stocktrend.sink.batch;

import io.stocktrend.record.DatasetRecord;
import io.stocktrend.record.EventHeaders;
import java.util.Map;
import org.apache.flume.Event;

/** An event that could be decoded, and the record that it carries. */
public record RecordEvent(Event event, DatasetRecord record) {
  public Map<String, String> headers() {
    return event.getHeaders();
  }

  /** Whether the source says that it may have delivered this event before. */
  public boolean possibleDuplicate() {
    return Boolean.parseBoolean(event.getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }
}
