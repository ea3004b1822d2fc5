package io.stocktrend.sink.compact;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.compact.Journal.Swap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Puts one file in the place of others. The new one appears first, so that no reader misses a row;
 * until the old ones are gone, a row stands twice with the same {@code record_id}, of which readers
 * take one.
 */
final class Swapper {
  private final Journal journal;

  Swapper(Journal journal) {
    this.journal = journal;
  }

  /** Writes the draft of a swap. */
  @FunctionalInterface
  interface DraftWriter {
    void write(Path draft) throws IOException;
  }

  void swap(Swap swap, DraftWriter writer) throws IOException {
    try {
      journal.begin(swap);
      FaultPoint.reach("compact.begun");
      writer.write(swap.draft());
      FaultPoint.reach("compact.written");
      DurableFiles.sync(swap.draft());
      FaultPoint.reach("compact.synced");
      Files.move(swap.draft(), swap.target(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      undo(swap, e);
      throw e;
    }
    FaultPoint.reach("compact.published");
    complete(swap);
  }

  /** Completes or undoes what a crash has interrupted; whether there was something. */
  boolean recover() throws IOException {
    Optional<Swap> pending = journal.pending();
    if (pending.isEmpty()) {
      return false;
    }
    if (Files.exists(pending.get().target())) {
      complete(pending.get());
    } else {
      Files.deleteIfExists(pending.get().draft());
      journal.end();
    }
    return true;
  }

  private void complete(Swap swap) throws IOException {
    // The new name must outlive a power cut that the removal of the old ones outlives.
    DurableFiles.sync(swap.partition());
    FaultPoint.reach("compact.folder-synced");
    for (String name : swap.replaced()) {
      Files.deleteIfExists(swap.partition().resolve(name));
      FaultPoint.reach("compact.part-removed");
    }
    DurableFiles.sync(swap.partition());
    FaultPoint.reach("compact.parts-removed");
    journal.end();
    FaultPoint.reach("compact.ended");
  }

  private void undo(Swap swap, Exception failure) {
    try {
      Files.deleteIfExists(swap.draft());
      journal.end();
    } catch (IOException e) {
      // The next run undoes it.
      failure.addSuppressed(e);
    }
  }
}
