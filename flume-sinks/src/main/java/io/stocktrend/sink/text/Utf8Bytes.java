package io.stocktrend.sink.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.util.Utf8;

/** The UTF-8 of a text value, which one part file cannot hold if it is none. */
final class Utf8Bytes {
  private Utf8Bytes() {}

  /**
   * The value as it may be written.
   *
   * @throws IllegalArgumentException if it cannot be UTF-8: no reader could read the whole file
   */
  static Utf8 of(Object text) {
    try {
      if (text instanceof Utf8 utf8) {
        requireValid(utf8);
        return utf8;
      }
      ByteBuffer encoded =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap((CharSequence) text));
      return new Utf8(bytes(encoded));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text is not valid UTF-8", e);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static void requireValid(Utf8 text) throws CharacterCodingException {
    byte[] bytes = text.getBytes();
    int length = text.getByteLength();
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, i, length - i));
        return;
      }
    }
  }
}
