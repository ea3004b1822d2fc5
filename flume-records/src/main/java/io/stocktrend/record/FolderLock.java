package io.stocktrend.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps a folder for one process: a second process that asks for it is refused. Within the process
 * the lock is shared, because a reload configures the new components before it stops the old ones;
 * the folder is free again when every holder has closed. The operating system frees it when the
 * process dies.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final Map<Path, Held> HELD = new HashMap<>();

  private final Path file;
  private boolean closed;

  private FolderLock(Path file) {
    this.file = file;
  }

  /**
   * Locks the folder, which is made if it is not there.
   *
   * @throws FolderInUseException if another process has it
   * @throws IOException if it cannot be written
   */
  public static FolderLock acquire(Path folder) throws IOException {
    Files.createDirectories(folder);
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

  private static Held lock(Path file) throws IOException {
    String token = ProcessHandle.current().pid() + " " + UUID.randomUUID();
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        claim(channel, file, token);
        if (names(file, token)) {
          return new Held(channel);
        }
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      // The holder before deleted the file between our opening and locking it: try the new one.
      channel.close();
    }
  }

  private static void claim(FileChannel channel, Path file, String token) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new FolderInUseException(
          "another process uses the folder "
              + file.getParent()
              + ": stop it, or give this agent a folder of its own");
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean names(Path file, String token) throws IOException {
    return Files.exists(file) && Files.readString(file).equals(token);
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
