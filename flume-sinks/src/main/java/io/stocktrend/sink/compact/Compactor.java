package io.stocktrend.sink.compact;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.FolderLock;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.compact.Journal.Swap;
import io.stocktrend.sink.file.Compression;
import io.stocktrend.sink.file.Encryption;
import io.stocktrend.sink.file.ParquetFormat;
import io.stocktrend.sink.file.PartFormat;
import io.stocktrend.sink.primary.PrimaryDay;
import io.stocktrend.sink.primary.PrimaryDays;
import io.stocktrend.sink.primary.UnreadablePartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flume.Context;
import org.apache.hadoop.conf.Configuration;

/**
 * Merges the part files of finished days into one file a day, sorted by symbol and time, each
 * {@code record_id} once. Readers see the same rows before, during and after; a run that died at
 * any moment is completed or undone by the next. It may run beside an agent, and needs the rows of
 * one day in memory.
 */
public final class Compactor {
  /** Hidden folder of the lock and the journal, below the folder of each agent's datasets. */
  static final String FOLDER = "_compact";

  private final Path root;
  private final Rewriting rewriting;
  private final CompactionListener listener;

  /**
   * Compaction below a data root.
   *
   * @param encryption of the new files, with the keys of the parts that are encrypted
   * @param dropSuperseded whether to drop provisional bars that have a final version in the same
   *     day, without which a question as of a time before the final one finds no bar
   */
  public static Compactor of(
      Path root, Encryption encryption, boolean dropSuperseded, CompactionListener listener) {
    Compression compression = Compression.of(Settings.of("compaction", new Context()));
    PartFormat format = new ParquetFormat(new Configuration(), compression, encryption);
    return new Compactor(root, new Rewriting(format, encryption, dropSuperseded), listener);
  }

  Compactor(Path root, Rewriting rewriting, CompactionListener listener) {
    this.root = root;
    this.rewriting = rewriting;
    this.listener = listener;
  }

  /**
   * Compacts the days of a dataset.
   *
   * @param before the first day that is not compacted, in UTC; not after today
   * @throws io.stocktrend.record.FolderInUseException if another process compacts
   * @throws IOException if files cannot be written; the day concerned is as it was
   */
  public void compact(Dataset dataset, LocalDate before) throws IOException {
    Path agent = root.resolve(dataset.agent());
    if (!Files.isDirectory(agent)) {
      return;
    }
    FolderLock lock = FolderLock.acquire(agent.resolve(FOLDER));
    try {
      compactLocked(dataset, before, new Swapper(new Journal(agent.resolve(FOLDER))));
    } finally {
      lock.close();
    }
  }

  private void compactLocked(Dataset dataset, LocalDate before, Swapper swapper)
      throws IOException {
    swapper.recover();
    for (PrimaryDay day : PrimaryDays.of(root, dataset)) {
      if (day.date().isBefore(before)) {
        compact(day, swapper);
      }
    }
  }

  private void compact(PrimaryDay day, Swapper swapper) throws IOException {
    List<Path> parts = day.parts();
    if (parts.isEmpty() || (isCompacted(parts) && !rewriting.dropSuperseded())) {
      return;
    }
    try {
      merge(day, parts, swapper);
    } catch (UnreadablePartException | DayTooLargeException | PlainDayException e) {
      listener.skipped(day, e);
    }
  }

  private static boolean isCompacted(List<Path> parts) {
    return parts.size() == 1 && CompactedNames.isCompacted(parts.get(0).getFileName().toString());
  }

  private void merge(PrimaryDay day, List<Path> parts, Swapper swapper) throws IOException {
    DayRows rows = new DayRows(day, rewriting.encryption(), HeapBudget.ofProcess());
    for (Path part : parts) {
      rows.read(part);
    }
    int superseded = rewriting.dropSuperseded() ? rows.dropSuperseded() : 0;
    if (superseded == 0 && isCompacted(parts)) {
      return;
    }
    long before = bytes(parts);
    Swap swap = Swap.of(day, CompactedNames.next(day), parts);
    swapper.swap(swap, draft -> new DayFile(rewriting, day).write(draft, rows));
    listener.compacted(
        new CompactedDay(
            day,
            parts.size(),
            rows.rowsRead(),
            rows.size(),
            superseded,
            before,
            Files.size(swap.target())));
  }

  private static long bytes(List<Path> parts) throws IOException {
    long bytes = 0;
    for (Path part : parts) {
      bytes += Files.size(part);
    }
    return bytes;
  }
}
