package io.stocktrend.source.http;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.Umask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file that a provider's spending is kept in. It is the only memory of it, read and appended to
 * under a lock, so that all sources of all agents that share the folder share the limits too.
 */
final class BudgetLog {
  // One for all files: a file lock keeps other processes out, but not the threads of this one, and
  // two spellings of one path would pass for two files.
  private static final ReentrantLock LOCK = new ReentrantLock();

  private final Path file;
  private final Path lockFile;

  BudgetLog(Path file) {
    this.file = file.toAbsolutePath();
    this.lockFile = this.file.resolveSibling(file.getFileName() + ".lock");
  }

  /** What is done while no other thread or process sees or changes the file. */
  interface Step<T> {
    T run() throws IOException, ProviderException;
  }

  <T> T alone(Step<T> step) throws IOException, ProviderException, InterruptedException {
    LOCK.lockInterruptibly();
    try {
      Umask.PRIVATE.makeFolders(lockFile.getParent());
      try (FileChannel channel = open(lockFile)) {
        channel.lock(); // Closing the channel frees it.
        return step.run();
      }
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      Thread.interrupted();
      InterruptedException interrupted = new InterruptedException("interrupted at " + file);
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      LOCK.unlock();
    }
  }

  Path file() {
    return file;
  }

  String read() throws IOException {
    // Damage may hold any bytes: every one of them is a character in this charset.
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  /** Returns when the line is on the disk. */
  void append(String line) throws IOException {
    boolean isNew = !Files.exists(file);
    try (FileChannel channel = open(file)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    if (isNew) {
      DurableFiles.sync(file.getParent());
    }
  }

  void replace(String lines) throws IOException {
    DurableFiles.replace(file, lines.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static FileChannel open(Path path) throws IOException {
    return Umask.openPrivately(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
