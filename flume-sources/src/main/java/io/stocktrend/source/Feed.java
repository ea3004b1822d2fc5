package io.stocktrend.source;

import java.io.IOException;

/** Collects one dataset from its providers; used by one thread at a time. */
interface Feed extends AutoCloseable {
  /** Whether anything is left to ask for before the next due time. */
  enum Progress {
    COMPLETE,
    INCOMPLETE
  }

  /** Starts a new round: everything is to be asked for. */
  void begin();

  /**
   * Asks for what this round has not answered yet and offers each record as it comes.
   *
   * @throws InterruptedException if the agent stops
   */
  Progress poll(Emitter emitter) throws IOException, InterruptedException;

  @Override
  void close();
}
