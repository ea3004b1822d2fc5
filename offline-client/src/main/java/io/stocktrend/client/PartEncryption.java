package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells encrypted part files from plain ones. */
public final class PartEncryption {
  private static final ByteBuffer ENCRYPTED_FOOTER =
      ByteBuffer.wrap("PARE".getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();

  private PartEncryption() {}

  /** Whether the footer of that file is encrypted; a file that is no Parquet is not. */
  public static boolean isOf(Path part) throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(ENCRYPTED_FOOTER.capacity());
    try (FileChannel file = FileChannel.open(part, StandardOpenOption.READ)) {
      int read = file.read(magic, Math.max(0, file.size() - magic.capacity()));
      return read == magic.capacity() && magic.flip().equals(ENCRYPTED_FOOTER);
    }
  }

  /** The same; a file that has gone since it was listed is not encrypted. */
  static boolean of(Path part) {
    try {
      return isOf(part);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new ClientException(Fault.DATA, "the part file " + part + " cannot be read: " + e, e);
    }
  }
}
