package io.stocktrend.sink.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** JSON lines: one object a line with every column, LF at the end. */
final class JsonLayout implements TextLayout {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final List<TextColumn> columns;
  private final List<byte[]> names;

  JsonLayout(Schema schema) {
    JsonText text = new JsonText();
    columns =
        schema.getFields().stream().map(field -> TextColumn.of(field, NULL, text::of)).toList();
    names = columns.stream().map(JsonLayout::name).toList();
  }

  /** The column's name and what stands around it; Avro names need no escapes. */
  private static byte[] name(TextColumn column) {
    String before = column.position() == 0 ? "{\"" : ",\"";
    return (before + column.name() + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void putHeader(TextBuffer out) {}

  @Override
  public void putRow(TextBuffer out, GenericRecord row) {
    for (int i = 0; i < names.size(); i++) {
      out.put(names.get(i));
      columns.get(i).put(out, row);
    }
    out.put('}');
    out.put('\n');
  }
}
