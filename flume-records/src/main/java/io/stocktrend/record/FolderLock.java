package io.stocktrend.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Keeps a folder for one process: a second process that asks for it is refused. Within the process
 * the lock is shared, because a reload configures the new components before it stops the old ones;
 * the folder is free again when every holder has closed. The operating system frees it when the
 * process dies.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final Map<Path, Held> HELD = new HashMap<>();
  private static final ThreadLocal<Boolean> LOOKS_ONLY = ThreadLocal.withInitial(() -> false);

  private final Path file;
  private boolean closed;

  private FolderLock(Path file) {
    this.file = file;
  }

  /**
   * Runs something whose acquisitions, on this thread, are neither made nor locked, only looked at:
   * a check of a configuration leaves no trace, and does not mind the agent that runs with it.
   */
  public static <T> T lookOnly(Supplier<T> action) {
    LOOKS_ONLY.set(true);
    try {
      return action.get();
    } finally {
      LOOKS_ONLY.remove();
    }
  }

  /**
   * Locks the folder, which is made for its owner alone if it is not there.
   *
   * @throws FolderInUseException if another process has it
   * @throws IOException if it cannot be written
   */
  public static FolderLock acquire(Path folder) throws IOException {
    return acquire(folder, Umask.PRIVATE);
  }

  /** Locks the folder, which is made with these rights if it is not there. */
  public static FolderLock acquire(Path folder, Umask umask) throws IOException {
    refuseUnusable(folder);
    if (LOOKS_ONLY.get()) {
      return looked(folder);
    }
    umask.makeFolders(folder);
    Path file = folder.toRealPath().resolve(FILE);
    synchronized (HELD) {
      Held held = HELD.get(file);
      if (held == null) {
        held = lock(file);
        HELD.put(file, held);
      }
      held.holders++;
      return new FolderLock(file);
    }
  }

  /** In the same words for a look and for the lock itself. */
  private static void refuseUnusable(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new NotDirectoryException(there.toString());
    }
    if (!Files.isWritable(there)) {
      throw new AccessDeniedException(there.toString());
    }
  }

  private static FolderLock looked(Path folder) {
    FolderLock lock = new FolderLock(folder.toAbsolutePath().normalize().resolve(FILE));
    lock.closed = true;
    return lock;
  }

  /**
   * A holder deletes the file when it closes, so the one that we lock may be gone from the folder
   * by then: it counts only if it still stands there. The file is never opened a second time,
   * because closing any descriptor of it would free the process's lock.
   */
  private static Held lock(Path file) throws IOException {
    while (true) {
      Object identity = identity(file);
      FileChannel channel =
          Umask.openPrivately(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean held = false;
      try {
        claim(channel, file);
        held = Objects.equals(identity, identity(file));
      } finally {
        if (!held) {
          channel.close();
        }
      }
      if (held) {
        return new Held(channel);
      }
    }
  }

  private static void claim(FileChannel channel, Path file) throws IOException {
    if (channel.tryLock() == null) {
      throw new FolderInUseException(
          "another process uses the folder "
              + file.getParent()
              + ": stop it, or give this agent a folder of its own");
    }
  }

  /** Tells the file from another one of the same name; the file is made if it is not there. */
  private static Object identity(Path file) throws IOException {
    if (!Files.exists(file)) {
      Umask.openPrivately(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    }
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (closed) {
        return;
      }
      closed = true;
      Held held = HELD.get(file);
      if (--held.holders == 0) {
        HELD.remove(file);
        Files.deleteIfExists(file);
        held.channel.close();
      }
    }
  }

  private static final class Held {
    private final FileChannel channel;
    private int holders;

    Held(FileChannel channel) {
      this.channel = channel;
    }
  }
}
