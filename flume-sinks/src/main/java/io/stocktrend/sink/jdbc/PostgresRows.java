package io.stocktrend.sink.jdbc;

import io.stocktrend.sink.batch.RecordEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postgresql.core.Oid;

/** Rows in the binary form of PostgreSQL's COPY. */
final class PostgresRows {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NO_FLAGS = 0;
  private static final int NO_EXTENSION = 0;
  private static final int END = -1;
  private static final int NULL_LENGTH = -1;
  private static final int JSONB_VERSION = 1;
  private static final int TYPICAL_ROW_BYTES = 512;

  private final Table table;
  private final DataOutputStream out;

  private PostgresRows(Table table, DataOutputStream out) {
    this.table = table;
    this.out = out;
  }

  /** The rows with the table's columns in their order. */
  static byte[] of(Table table, List<RecordEvent> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * TYPICAL_ROW_BYTES);
    try {
      new PostgresRows(table, new DataOutputStream(bytes)).write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void write(List<RecordEvent> rows) throws IOException {
    out.write(SIGNATURE);
    out.writeInt(NO_FLAGS);
    out.writeInt(NO_EXTENSION);
    for (RecordEvent row : rows) {
      out.writeShort(table.columns().size());
      for (Column column : table.columns()) {
        write(row, column);
      }
    }
    out.writeShort(END);
  }

  private void write(RecordEvent row, Column column) throws IOException {
    Object value = RowValues.value(row, column);
    if (value == null) {
      out.writeInt(NULL_LENGTH);
      return;
    }
    switch (column.type()) {
      case TEXT -> write(utf8(value));
      case JSON -> writeJson(utf8(RowValues.json(row, column)));
      case TEXT_ARRAY -> writeArray(RowValues.list(row, column));
      case BIGINT -> write((Long) value);
      case TIMESTAMP -> write(PostgresTimes.micros((Long) value));
      case INTEGER -> write((Integer) value);
      case DATE -> write(PostgresTimes.day((Integer) value));
      case DOUBLE -> write(Double.doubleToRawLongBits(RowValues.real(row, column)));
      case BOOLEAN -> write(new byte[] {(byte) ((Boolean) value ? 1 : 0)});
    }
  }

  private static byte[] utf8(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(long number) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(number);
  }

  private void write(int number) throws IOException {
    out.writeInt(Integer.BYTES);
    out.writeInt(number);
  }

  private void write(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void writeJson(byte[] json) throws IOException {
    out.writeInt(1 + json.length);
    out.writeByte(JSONB_VERSION);
    out.write(json);
  }

  private void writeArray(List<?> texts) throws IOException {
    List<byte[]> items = texts.stream().map(PostgresRows::utf8).toList();
    boolean empty = items.isEmpty();
    int itemBytes = items.stream().mapToInt(item -> Integer.BYTES + item.length).sum();
    out.writeInt((empty ? 3 : 5) * Integer.BYTES + itemBytes);
    out.writeInt(empty ? 0 : 1); // Dimensions: an empty array has none.
    out.writeInt(NO_FLAGS);
    out.writeInt(Oid.TEXT);
    if (!empty) {
      out.writeInt(items.size());
      out.writeInt(1); // The index of the first item.
    }
    for (byte[] item : items) {
      write(item);
    }
  }
}
