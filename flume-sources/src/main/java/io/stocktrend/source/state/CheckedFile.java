package io.stocktrend.source.state;

import io.stocktrend.record.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is replaced as a whole and knows whether it is whole: its first line is a checksum.
 */
final class CheckedFile {
  private final Path path;

  CheckedFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Replaces the content durably and as a whole. */
  void write(byte[] content) throws IOException {
    try {
      DurableFiles.replace(path, Checksum.seal(content, '\n'));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** The content, or nothing if the file is not there or is damaged. */
  Optional<byte[]> read() throws IOException {
    return exists() ? Checksum.open(Files.readAllBytes(path), '\n') : Optional.empty();
  }

  /** What to say where a state file cannot be written. */
  static IOException unwritable(Path path, IOException cause) {
    return new IOException(
        "the state file "
            + path
            + " cannot be written: free some space, or make its folder writable ("
            + cause
            + ")",
        cause);
  }
}
