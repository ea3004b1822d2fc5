package io.stocktrend.sink.file;

import io.stocktrend.sink.batch.RecordEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** A part whose events are written as they come; only their identities are kept. */
final class StreamedPart implements Closeable {
  private final OpenPart part;
  private final Set<String> ids = new HashSet<>();

  StreamedPart(OpenPart part) {
    this.part = part;
  }

  /** Writes an event unless its {@code record_id} is there already; whether it was written. */
  boolean add(RecordEvent event) throws IOException, UnwritableRecordException {
    if (!ids.add(event.record().recordId())) {
      return false;
    }
    part.write(event);
    return true;
  }

  void publish() throws IOException {
    part.publish();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
