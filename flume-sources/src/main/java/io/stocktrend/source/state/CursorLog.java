package io.stocktrend.source.state;

import io.stocktrend.record.DurableFiles;
import io.stocktrend.record.Umask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of lines that are appended durably, one change of the cursor each. A line carries its
 * checksum, so that one that a crash has torn is known for what it is and overwritten.
 */
final class CursorLog {
  private final Path path;
  private long end = -1;

  CursorLog(Path path) {
    this.path = path;
  }

  /** The whole lines; none if there is no such file. */
  List<byte[]> read() throws IOException {
    byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    end = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        byte[] line = Checksum.open(Arrays.copyOfRange(bytes, start, i), ' ').orElse(null);
        start = i + 1;
        if (line != null) {
          lines.add(line);
          end = start;
        }
      }
    }
    return lines;
  }

  /** Appends a line without a line break in it; returns once it is on the disk. */
  void append(byte[] line) throws IOException {
    try {
      write(line);
    } catch (IOException e) {
      throw CheckedFile.unwritable(path, e);
    }
  }

  private void write(byte[] line) throws IOException {
    if (end < 0) {
      read();
    }
    boolean isNew = !Files.exists(path);
    byte[] sealed = Checksum.seal(line, ' ');
    byte[] whole = Arrays.copyOf(sealed, sealed.length + 1);
    whole[sealed.length] = '\n';
    try (FileChannel channel =
        Umask.openPrivately(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      ByteBuffer buffer = ByteBuffer.wrap(whole);
      for (long at = end; buffer.hasRemaining(); ) {
        at += channel.write(buffer, at);
      }
      channel.force(false);
    }
    if (isNew) {
      DurableFiles.sync(path.toAbsolutePath().getParent());
    }
    end += whole.length;
  }

  /** Bytes of what was appended. */
  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Takes the place of another log and is empty from then on. */
  void replace(CursorLog other) throws IOException {
    if (exists()) {
      Files.move(
          path, other.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.sync(path.toAbsolutePath().getParent());
    }
    end = 0;
  }
}
