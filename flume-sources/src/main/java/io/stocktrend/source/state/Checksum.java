package io.stocktrend.source.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Content behind its CRC-32C, which tells whether it is whole. */
final class Checksum {
  private static final int LENGTH = 8;

  private Checksum() {}

  /** The checksum in hexadecimal, the separator, the content. */
  static byte[] seal(byte[] content, char separator) {
    byte[] head = (of(content) + separator).getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, sealed, head.length, content.length);
    return sealed;
  }

  /** The content, if it is the one that was sealed. */
  static Optional<byte[]> open(byte[] sealed, char separator) {
    if (sealed.length <= LENGTH || sealed[LENGTH] != separator) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(sealed, LENGTH + 1, sealed.length);
    String written = new String(sealed, 0, LENGTH, StandardCharsets.US_ASCII);
    return written.equals(of(content)) ? Optional.of(content) : Optional.empty();
  }

  private static String of(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return String.format("%08x", crc.getValue());
  }
}
