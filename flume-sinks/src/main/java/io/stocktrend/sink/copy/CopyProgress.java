package io.stocktrend.sink.copy;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.Umask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The parts that an unfinished copy has done, on the disk: a copy that was killed goes on there. A
 * finished one leaves nothing, so that the next looks at every row again.
 */
public final class CopyProgress {
  private final Path file;
  private final Set<String> done = new HashSet<>();

  private CopyProgress(Path file) {
    this.file = file;
  }

  /** What is known of the copy that this file belongs to. */
  public static CopyProgress at(Path file) throws IOException {
    CopyProgress progress = new CopyProgress(file);
    if (Files.exists(file)) {
      progress.done.addAll(Files.readAllLines(file));
      progress.done.remove("");
    }
    return progress;
  }

  /** How many parts have been done, earlier runs included. */
  public int size() {
    return done.size();
  }

  boolean has(String part) {
    return done.contains(part);
  }

  /** Says that the rows of these parts are durable where they were copied to. */
  void add(Collection<String> parts) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.notExists(file)) {
      Umask.PRIVATE.makeFolders(folder);
    }
    // A break comes first: a line that a power cut has torn is ended by it, and names no part.
    ByteBuffer lines =
        ByteBuffer.wrap(("\n" + String.join("\n", parts)).getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        Umask.openPrivately(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (lines.hasRemaining()) {
        channel.write(lines);
      }
      channel.force(true);
    }
    if (done.isEmpty()) {
      DurableFiles.sync(folder);
    }
    done.addAll(parts);
  }

  /** Forgets all: the copy is complete, or to be made from the start. */
  public void clear() throws IOException {
    done.clear();
    Files.deleteIfExists(file);
  }
}
