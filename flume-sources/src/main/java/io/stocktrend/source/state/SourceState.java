package io.stocktrend.source.state;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.FolderLock;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in which a source keeps its {@link Cursor} and the {@link Slice} that is on its way: a
 * folder {@code <stateDir>/<source>} with {@code cursor.json}, the cursor before it, and {@code
 * slice.json}. Each is replaced as a whole and carries a checksum. Only one process may hold it.
 */
public final class SourceState implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceState.class);

  private final CheckedFile cursorFile;
  private final CheckedFile previousCursorFile;
  private final CheckedFile sliceFile;
  private final FolderLock lock;

  private SourceState(Path folder, FolderLock lock) {
    this.cursorFile = new CheckedFile(folder.resolve("cursor.json"));
    this.previousCursorFile = new CheckedFile(folder.resolve("cursor.previous.json"));
    this.sliceFile = new CheckedFile(folder.resolve("slice.json"));
    this.lock = lock;
  }

  /**
   * Opens the state in that folder, which is made if it is not there.
   *
   * @throws IOException if another process holds it, it cannot be written, or what it holds is
   *     damaged
   */
  public static SourceState open(Path folder) throws IOException {
    SourceState state = new SourceState(folder, lock(folder));
    try {
      state.loadCursor();
      state.loadSlice();
      return state;
    } catch (IOException e) {
      state.close();
      throw e;
    }
  }

  private static FolderLock lock(Path folder) throws IOException {
    try {
      return FolderLock.acquire(folder);
    } catch (FileSystemException e) {
      throw new IOException(
          "the state folder "
              + folder
              + " cannot be made or written: give a stateDir that this user may write to ("
              + e
              + ")",
          e);
    }
  }

  /**
   * The cursor as it was last saved; a new one for a source that has never saved one.
   *
   * @throws IOException if there is one, but neither it nor the one before it is whole
   */
  public Cursor loadCursor() throws IOException {
    Optional<byte[]> current = cursorFile.read();
    if (current.isPresent()) {
      return parseCursor(current.get());
    }
    if (!cursorFile.exists() && !previousCursorFile.exists() && hasOnlyBegun()) {
      return new Cursor();
    }
    byte[] previous =
        previousCursorFile.read().orElseThrow(() -> damaged(cursorFile, previousCursorFile));
    LOG.warn(
        "The state file {} is damaged or missing: the one before it serves, so values may be"
            + " emitted again that were emitted just before the stop.",
        cursorFile.path());
    return parseCursor(previous);
  }

  /** Saves the cursor and keeps the one before it. */
  public void saveCursor(Cursor cursor) throws IOException {
    if (cursorFile.read().isPresent()) {
      Files.copy(cursorFile.path(), previousCursorFile.path(), StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.sync(previousCursorFile.path());
    }
    cursorFile.write(StateText.print(cursor));
  }

  /** Writes down a slice before it goes into the channel. */
  public void saveSlice(Slice slice) throws IOException {
    sliceFile.write(StateText.print(slice));
  }

  /**
   * The slice that was last written down, if there is one.
   *
   * @throws IOException if there is one, but it is damaged
   */
  public Optional<Slice> loadSlice() throws IOException {
    if (!sliceFile.exists()) {
      return Optional.empty();
    }
    byte[] content =
        sliceFile
            .read()
            .orElseThrow(
                () ->
                    new IOException(
                        "the state file "
                            + sliceFile.path()
                            + " is damaged: restore it from a backup, or delete it so that what was"
                            + " on its way is asked for anew"));
    try {
      return Optional.of(StateText.slice(content));
    } catch (IOException | RuntimeException e) {
      throw notUnderstood(sliceFile, e);
    }
  }

  private boolean hasOnlyBegun() throws IOException {
    return loadSlice().map(slice -> slice.sequence() == 1).orElse(true);
  }

  private Cursor parseCursor(byte[] content) throws IOException {
    try {
      return StateText.cursor(content);
    } catch (IOException | RuntimeException e) {
      throw notUnderstood(cursorFile, e);
    }
  }

  private static IOException damaged(CheckedFile file, CheckedFile other) {
    return new IOException(
        "the state file "
            + file.path()
            + " is damaged or missing, and "
            + other.path().getFileName()
            + " cannot serve in its place: restore the folder "
            + file.path().getParent()
            + " from a backup, or delete it so that the source starts from zero and emits again"
            + " what is current");
  }

  /** Whole, but of another form: no crash does that, another version of the program may. */
  private static IOException notUnderstood(CheckedFile file, Exception cause) {
    return new IOException(
        "the state file "
            + file.path()
            + " was written by another version and is not understood: run that version, or delete"
            + " the folder so that the source starts from zero",
        cause);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
