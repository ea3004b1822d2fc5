package io.stocktrend.sink.batch;

import java.io.Closeable;
import java.io.IOException;

/**
 * One batch on its way into a store. What has been added is durable once {@link #finish} has
 * returned; closed before that, it is given up.
 */
public interface OpenBatch extends Closeable {
  /**
   * Adds an event, which may be written at once so that a large batch need not be held.
   *
   * @throws IOException if a retry of the whole batch may help
   */
  void add(RecordEvent event) throws IOException;

  /**
   * Stores what has been added. An event that no retry can save is reported as refused, and the
   * rest is stored.
   *
   * @throws IOException if the batch, or part of it, may not be durable and a retry may help
   */
  BatchResult finish() throws IOException;

  @Override
  void close() throws IOException;
}
