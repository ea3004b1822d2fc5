package io.stocktrend.sink.file;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.RecordEvent;
import java.io.Closeable;
import java.io.IOException;

/** A part that is being written. Closed without having been published, it is gone. */
final class OpenPart implements Closeable {
  private final PartDraft draft;
  private final PartWriter writer;
  private int rows;
  private boolean closed;

  private OpenPart(PartDraft draft, PartWriter writer) {
    this.draft = draft;
    this.writer = writer;
  }

  /** A part of that partition on that draft, which is gone if it cannot be opened. */
  static OpenPart of(PartDraft draft, PartFormat format, Partition partition) throws IOException {
    try {
      return new OpenPart(draft, format.open(draft.file(), partition.dataset()));
    } catch (Throwable e) {
      try {
        draft.close();
      } catch (IOException | RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /**
   * Writes the record of an event.
   *
   * @throws UnwritableRecordException if the format can never write it; the part is good for
   *     nothing then
   */
  void write(RecordEvent event) throws IOException, UnwritableRecordException {
    try {
      writer.write(event.record().values());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof IOException storeFailure) {
        throw storeFailure;
      }
      throw new UnwritableRecordException(rows, e);
    }
    rows++;
  }

  /** Makes the part durable and visible. */
  void publish() throws IOException {
    closed = true;
    try (draft) {
      writer.close();
      FaultPoint.reach("sink.part-written");
      draft.publish();
    }
  }

  /** Gives up what is not published, and the writer's buffers. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (draft;
        writer) {
      draft.discard();
    }
  }
}
