package io.stocktrend.sink.file;

import io.stocktrend.sink.batch.BatchLimits;
import io.stocktrend.sink.batch.RecordEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps out what stands in its partition already, while it is in doubt whether a channel delivers
 * events again.
 *
 * <p>Between the moment at which a part is visible and the channel's commit, the process may die or
 * the commit fail. The channel then delivers the events of that transaction again, at its head,
 * perhaps in batches cut otherwise because {@code batchSize} has been changed. Ids kept in a file
 * of their own could not tell them safely: that file and the part cannot be published in one step.
 * The parts themselves can: an event is stored if, and only if, its {@code record_id} stands in a
 * visible part of its partition. So while in doubt the fence reads the {@code record_id} column of
 * those parts, and nothing else, once: it keeps a hash of each id, and reads a part again only if
 * it seems to hold an id of the batch.
 *
 * <p>In doubt are
 *
 * <ul>
 *   <li>the first events after a start, and after a transaction that failed when a part may have
 *       become visible. The doubt ends when more events have passed since the last hit than the
 *       largest transaction can hold ({@link BatchLimits#LARGEST_SIZE}, whatever {@code batchSize}
 *       was before), and the last batch had no hit. A part that a committed transaction of this run
 *       published need not be read: its events are gone from the channel;
 *   <li>always, an event that its source marks as a possible duplicate, because the source died
 *       between a channel's commit and the move of its cursor. It may repeat an event of any age,
 *       so every part of the partition is read.
 * </ul>
 *
 * A batch that is delivered again as a whole is thus written nowhere, and committed.
 */
final class ReplayFence {
  private final FileStore store;
  private final PartFormat format;
  private final PartNames names;
  private final PartDigests digests = new PartDigests();
  private final Set<String> unsettled = new HashSet<>();
  private final List<String> current = new ArrayList<>();
  private long doubtfulEvents = BatchLimits.LARGEST_SIZE;
  private boolean hit;

  ReplayFence(FileStore store, PartFormat format, PartNames names) {
    this.store = store;
    this.format = format;
    this.names = names;
  }

  /** Removes the events that stand in the folder already; how many those were. */
  int keepOut(String folder, Map<String, RecordEvent> events) throws IOException {
    boolean inDoubt = inDoubt();
    Set<String> marked = new HashSet<>();
    events.forEach(
        (id, event) -> {
          if (event.possibleDuplicate()) {
            marked.add(id);
          }
        });
    if (!inDoubt && marked.isEmpty()) {
      return 0;
    }
    Set<String> stored = new HashSet<>();
    for (String part : store.parts(folder, format::isPart)) {
      Set<String> sought = inDoubt && !isSettled(part) ? events.keySet() : marked;
      if (!sought.isEmpty()) {
        intersect(folder, part, sought, stored);
      }
    }
    hit |= inDoubt && !stored.isEmpty();
    events.keySet().removeAll(stored);
    return stored.size();
  }

  /** Whether, while in doubt, a part of the folder may hold events that come now. */
  boolean mayHold(String folder) throws IOException {
    return inDoubt()
        && store.parts(folder, format::isPart).stream().anyMatch(part -> !isSettled(part));
  }

  private void intersect(String folder, String part, Set<String> sought, Set<String> stored)
      throws IOException {
    String path = folder + "/" + part;
    Set<String> possible = digests.possible(path, sought);
    if (possible.isEmpty()) {
      return;
    }
    PartDigests.Recorder recorder = digests.record(path);
    try {
      format.recordIds(
          store.read(folder, part),
          id -> {
            recorder.take(id);
            if (possible.contains(id)) {
              stored.add(id);
            }
          });
    } catch (IOException e) {
      throw new IOException(
          "cannot look for redelivered events in "
              + path
              + " (if it is damaged, move it away): "
              + e.getMessage(),
          e);
    }
    recorder.complete();
  }

  /** Says that the part may be visible from now on. */
  void publishing(String part) {
    current.add(part);
  }

  /** Says that a transaction of that many events has been committed. */
  void committed(int events) {
    current.clear();
    if (!inDoubt()) {
      return;
    }
    doubtfulEvents = hit ? BatchLimits.LARGEST_SIZE : Math.max(0, doubtfulEvents - events);
    hit = false;
    if (!inDoubt()) {
      unsettled.clear();
      digests.clear();
    }
  }

  /** Says that the events of a transaction will come again. */
  void rolledBack() {
    hit = false;
    if (!current.isEmpty()) {
      unsettled.addAll(current);
      current.clear();
      doubtfulEvents = BatchLimits.LARGEST_SIZE;
    }
  }

  boolean inDoubt() {
    return doubtfulEvents > 0;
  }

  private boolean isSettled(String part) {
    return names.isOfThisRun(part, format.extension()) && !unsettled.contains(part);
  }
}
