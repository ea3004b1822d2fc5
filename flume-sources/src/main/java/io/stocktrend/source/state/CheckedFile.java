package io.stocktrend.source.state;

import io.stocktrend.record.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A small file that knows whether it is whole: its first line is the CRC-32C of the rest. */
final class CheckedFile {
  private static final int CHECKSUM_LENGTH = 8;

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
    byte[] head = (checksum(content) + '\n').getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    try {
      DurableFiles.replace(path, whole);
    } catch (IOException e) {
      throw new IOException(
          "the state file "
              + path
              + " cannot be written: free some space, or make its folder writable ("
              + e
              + ")",
          e);
    }
  }

  /** The content, or nothing if the file is not there or is damaged. */
  Optional<byte[]> read() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    byte[] whole = Files.readAllBytes(path);
    if (whole.length <= CHECKSUM_LENGTH || whole[CHECKSUM_LENGTH] != '\n') {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(whole, CHECKSUM_LENGTH + 1, whole.length);
    String written = new String(whole, 0, CHECKSUM_LENGTH, StandardCharsets.US_ASCII);
    return written.equals(checksum(content)) ? Optional.of(content) : Optional.empty();
  }

  private static String checksum(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return String.format("%08x", crc.getValue());
  }
}
