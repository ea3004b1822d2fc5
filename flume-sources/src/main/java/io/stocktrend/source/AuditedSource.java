package io.stocktrend.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flume.Event;

/** A source that can tell, once it is configured, what it should have, and ask for it again. */
public interface AuditedSource extends PlannedSource {
  /**
   * What it should have; empty where that cannot be told.
   *
   * @throws IOException if its state cannot be read
   */
  Optional<Coverage> coverage() throws IOException;

  /**
   * Asks its providers for the past, within the same limits; keeps its progress in the folder
   * {@code backfill-<source>} beside that of the source.
   *
   * @param job what tells this backfill from others: one that was cut off goes on
   * @param stored what is not to be stored again
   * @param store stores a list of events durably before it returns
   * @throws IOException if another process has that folder, or it cannot be read
   * @throws InterruptedException if the program stops
   * @throws IllegalStateException if its providers have no history
   */
  Backfill backfill(String job, Stored stored, Consumer<List<Event>> store)
      throws IOException, InterruptedException;
}
