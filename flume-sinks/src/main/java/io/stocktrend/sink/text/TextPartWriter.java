package io.stocktrend.sink.text;

import io.stocktrend.sink.file.PartWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Writes the rows of one schema into one text file, many at a time. */
final class TextPartWriter implements PartWriter {
  private static final int FULL = 1 << 16;
  private static final int ROOM_FOR_A_ROW = 1 << 12;

  private final Schema schema;
  private final TextLayout layout;
  private final OutputStream out;
  private final TextBuffer buffer = new TextBuffer(FULL + ROOM_FOR_A_ROW);

  TextPartWriter(Schema schema, TextLayout layout, OutputStream out) {
    this.schema = schema;
    this.layout = layout;
    this.out = out;
    layout.putHeader(buffer);
  }

  @Override
  public void write(GenericRecord values) throws IOException {
    if (!schema.equals(values.getSchema())) {
      throw new IllegalArgumentException("a record of " + values.getSchema().getFullName());
    }
    layout.putRow(buffer, values);
    if (buffer.size() >= FULL) {
      buffer.drainTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      buffer.drainTo(out);
    }
  }
}
