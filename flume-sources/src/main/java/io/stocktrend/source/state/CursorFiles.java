package io.stocktrend.source.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a cursor is kept: a snapshot {@code cursor.json}, the changes since then in {@code
 * cursor.log}, and the pair before that, from which a damaged snapshot is made good.
 */
final class CursorFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CursorFiles.class);
  private static final long SNAPSHOT_ABOVE_BYTES = 64 * 1024;

  private final CheckedFile snapshot;
  private final CursorLog log;
  private final CheckedFile previousSnapshot;
  private final CursorLog previousLog;

  CursorFiles(Path folder) {
    this.snapshot = new CheckedFile(folder.resolve("cursor.json"));
    this.log = new CursorLog(folder.resolve("cursor.log"));
    this.previousSnapshot = new CheckedFile(folder.resolve("cursor.previous.json"));
    this.previousLog = new CursorLog(folder.resolve("cursor.previous.log"));
  }

  /**
   * The cursor as it was last saved, or as much of it as is left, with a warning.
   *
   * @throws IOException if too little is left to tell how far the source had come
   */
  Cursor load() throws IOException {
    Optional<byte[]> current = snapshot.read();
    if (current.isPresent()) {
      Cursor cursor = cursor(current.get());
      warn(replay(cursor, List.of(log)), "cursor.log is damaged");
      return cursor;
    }
    Optional<byte[]> before = previousSnapshot.read();
    Cursor cursor = before.isPresent() ? cursor(before.get()) : new Cursor();
    boolean isWhole = replay(cursor, List.of(previousLog, log));
    boolean hadSnapshot = snapshot.exists() || previousSnapshot.exists();
    if (before.isEmpty() && hadSnapshot && (!isWhole || cursor.version() == 0)) {
      throw damaged();
    }
    if (hadSnapshot) {
      LOG.warn("{} is damaged or missing: the one before it serves.", snapshot.path());
    }
    warn(isWhole, "changes are missing");
    return cursor;
  }

  private void warn(boolean isWhole, String what) {
    if (!isWhole) {
      LOG.warn(
          "In {} {}: values may be emitted again that were emitted before the stop.",
          snapshot.path().getParent(),
          what);
    }
  }

  /** Makes the changes that the cursor has not; false if some between them are lost. */
  private boolean replay(Cursor cursor, List<CursorLog> logs) throws IOException {
    boolean isWhole = true;
    for (CursorValues change : changes(logs)) {
      if (change.version() > cursor.version()) {
        isWhole &= change.version() == cursor.version() + 1;
        cursor.apply(change);
      }
    }
    return isWhole;
  }

  private List<CursorValues> changes(List<CursorLog> logs) throws IOException {
    List<CursorValues> changes = new ArrayList<>();
    for (CursorLog each : logs) {
      for (byte[] line : each.read()) {
        changes.add(parse(line));
      }
    }
    return changes;
  }

  private Cursor cursor(byte[] content) throws IOException {
    Cursor cursor = new Cursor();
    cursor.apply(parse(content));
    return cursor;
  }

  private CursorValues parse(byte[] content) throws IOException {
    try {
      return StateText.cursor(content);
    } catch (IOException | RuntimeException e) {
      throw StateText.notUnderstood(snapshot.path(), e);
    }
  }

  /** Saves what has changed. */
  void save(Cursor cursor) throws IOException {
    Optional<CursorValues> change = cursor.change();
    if (change.isPresent()) {
      log.append(StateText.print(change.get()));
      cursor.saved();
    }
  }

  /** Saves what has changed, and the whole in place of many changes. */
  void settle(Cursor cursor) throws IOException {
    save(cursor);
    Optional<byte[]> current = snapshot.read();
    if (current.isPresent() && log.size() <= SNAPSHOT_ABOVE_BYTES) {
      return;
    }
    byte[] whole = StateText.print(cursor.whole());
    previousSnapshot.write(current.orElse(whole));
    snapshot.write(whole);
    log.replace(previousLog);
  }

  /** What to say if too little is left. */
  IOException damaged() {
    return new IOException(
        "the state file "
            + snapshot.path()
            + " is damaged or missing, and "
            + previousSnapshot.path().getFileName()
            + " cannot serve in its place: restore the folder "
            + snapshot.path().getParent()
            + " from a backup, or delete it so that the source starts from zero and emits again"
            + " what is current");
  }
}
