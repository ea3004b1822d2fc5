package io.stocktrend.sink.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Walks over the cells of CSV by RFC 4180, whose lines end with CR LF or LF. */
final class CsvCells {
  private static final int BUFFER = 1 << 16;
  private static final int NONE = -2;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final TextBuffer cell = new TextBuffer(256);
  private int position;
  private int limit;
  private boolean endedRow;

  CsvCells(InputStream in) {
    this.in = in;
  }

  /** Whether there is another row; to be asked between rows only. */
  boolean hasMore() throws IOException {
    return peek() >= 0;
  }

  /**
   * Moves on to the next cell.
   *
   * @throws EOFException if the text ends before the row does
   */
  void next() throws IOException {
    cell.clear();
    int octet = peek() == '"' ? quoted() : NONE;
    if (octet == NONE) {
      octet = unquoted();
    }
    if (octet == '\r') {
      octet = read();
    }
    endedRow = octet == '\n';
    if (!endedRow && octet != ',') {
      throw new IOException("a character stands between a quoted cell and the next");
    }
  }

  /** Whether the cell was the last of its row. */
  boolean endedRow() {
    return endedRow;
  }

  String text() {
    return new String(cell.array(), 0, cell.size(), StandardCharsets.UTF_8);
  }

  /** The byte that ended the cell. */
  private int unquoted() throws IOException {
    int octet = read();
    while (octet != ',' && octet != '\n' && octet != '\r') {
      cell.put(octet);
      octet = read();
    }
    return octet;
  }

  /** The byte after the closing quote. */
  private int quoted() throws IOException {
    read();
    while (true) {
      int octet = read();
      if (octet == '"') {
        octet = read();
        if (octet != '"') {
          return octet;
        }
      }
      cell.put(octet);
    }
  }

  private int read() throws IOException {
    int octet = peek();
    if (octet < 0) {
      throw new EOFException("it ends within a row");
    }
    position++;
    return octet;
  }

  private int peek() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit ? buffer[position] & 0xff : -1;
  }
}
