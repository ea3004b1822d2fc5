package io.stocktrend.sink.text;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** RFC 4180: a header, a record a row, lines that end with CR LF; null is an empty cell. */
final class CsvLayout implements TextLayout {
  private static final byte[] NULL = {};

  private final List<TextColumn> columns;

  CsvLayout(Schema schema) {
    CsvText text = new CsvText();
    columns =
        schema.getFields().stream().map(field -> TextColumn.of(field, NULL, text::of)).toList();
  }

  @Override
  public void putHeader(TextBuffer out) {
    for (TextColumn column : columns) {
      separate(out, column);
      CsvText.putText(out, column.name());
    }
    end(out);
  }

  @Override
  public void putRow(TextBuffer out, GenericRecord row) {
    for (TextColumn column : columns) {
      separate(out, column);
      column.put(out, row);
    }
    end(out);
  }

  private static void separate(TextBuffer out, TextColumn column) {
    if (column.position() > 0) {
      out.put(',');
    }
  }

  private static void end(TextBuffer out) {
    out.put('\r');
    out.put('\n');
  }
}
