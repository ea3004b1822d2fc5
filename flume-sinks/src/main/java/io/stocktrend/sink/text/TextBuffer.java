package io.stocktrend.sink.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow at their end, and are handed on many rows at a time. */
final class TextBuffer {
  private byte[] bytes;
  private int size;

  TextBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  void put(int octet) {
    if (size == bytes.length) {
      grow(1);
    }
    bytes[size++] = (byte) octet;
  }

  void put(byte[] source) {
    put(source, 0, source.length);
  }

  void put(byte[] source, int from, int length) {
    int start = extend(length);
    System.arraycopy(source, from, bytes, start, length);
  }

  /** Makes room for that many bytes, to be set in {@link #array}; where they start. */
  int extend(int length) {
    if (length > bytes.length - size) {
      grow(length);
    }
    int start = size;
    size += length;
    return start;
  }

  private void grow(int length) {
    int least = Math.addExact(size, length);
    bytes = Arrays.copyOf(bytes, (int) Math.max(least, Math.min(2L * bytes.length, 1 << 30)));
  }

  /** The bytes up to {@link #size}; another array once this has grown. */
  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Hands the bytes on and starts anew. */
  void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }
}
