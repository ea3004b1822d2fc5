package io.stocktrend.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes that survive the death of the process and of the machine once the call has returned. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Forces the content of a file, or the entries of a folder, to the disk. */
  public static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Replaces a file as a whole: a reader, also after a crash, sees the old content or the new. Its
   * owner alone has rights on it, and on the folders that are made for it.
   *
   * @throws IOException if it could not be written; the old content then still stands
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Umask.PRIVATE.makeFolders(folder);
    Path draft = folder.resolve("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        Umask.openPrivately(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }
}
