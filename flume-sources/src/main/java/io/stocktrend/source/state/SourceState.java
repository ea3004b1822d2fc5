package io.stocktrend.source.state;

import io.stocktrend.record.FolderLock;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files in which a source keeps its {@link Cursor} and the {@link Slice} that is on its way: a
 * folder {@code <stateDir>/<source>}. Each carries checksums. Only one process may hold it.
 */
public final class SourceState implements AutoCloseable {
  private final CursorFiles cursorFiles;
  private final CheckedFile sliceFile;
  private final FolderLock lock;

  private SourceState(Path folder, FolderLock lock) {
    this.cursorFiles = new CursorFiles(folder);
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
   * @throws IOException if too little of it is left to go on from
   */
  public Cursor loadCursor() throws IOException {
    Cursor cursor = cursorFiles.load();
    boolean hasOnlyBegun = loadSlice().map(slice -> slice.sequence() == 1).orElse(true);
    if (cursor.version() == 0 && !hasOnlyBegun) {
      throw cursorFiles.damaged();
    }
    return cursor;
  }

  /** Saves what has changed in the cursor. */
  public void saveCursor(Cursor cursor) throws IOException {
    cursorFiles.save(cursor);
  }

  /** Saves what has changed in the cursor and keeps its files small. */
  public void settleCursor(Cursor cursor) throws IOException {
    cursorFiles.settle(cursor);
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
      throw StateText.notUnderstood(sliceFile.path(), e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
