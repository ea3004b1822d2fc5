package io.stocktrend.sink.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * One store, written a batch at a time by one thread: {@link #write} and {@link OpenBatch#finish}
 * return when the whole batch is durable, and the same batch again changes nothing.
 */
public interface BatchWriter extends Closeable {
  /**
   * Claims what it writes to, without a look at what is there.
   *
   * @throws org.apache.flume.conf.ConfigurationException if no retry can help, as when another
   *     process writes to the same place
   */
  void open();

  /**
   * Stores a batch. An event that no retry can save is reported as refused, and the rest is stored.
   *
   * @throws IOException if the batch, or part of it, may not be durable and a retry may help
   */
  BatchResult write(List<RecordEvent> batch) throws IOException;

  /** Begins a batch whose events come one at a time; the one before is over. */
  default OpenBatch begin() throws IOException {
    return new CollectedBatch(this);
  }

  /** Says that the channel has forgotten the batch that was written last. */
  default void committed() {}

  /** Says that the channel will deliver the events of the last transaction again. */
  default void rolledBack() {}

  /** Gives up the claim. */
  @Override
  void close() throws IOException;
}
