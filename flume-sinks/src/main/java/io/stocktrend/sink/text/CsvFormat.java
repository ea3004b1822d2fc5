package io.stocktrend.sink.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/**
 * CSV by RFC 4180, in UTF-8 with a header. Stored as it is: a text that a spreadsheet would take
 * for a formula is not changed. Not safe for use by several threads.
 */
public final class CsvFormat extends TextFormat {
  public CsvFormat(TextCompression compression) {
    super(".csv", compression);
  }

  @Override
  TextLayout layout(Schema schema) {
    return new CsvLayout(schema);
  }

  @Override
  void recordIds(InputStream text, Consumer<String> ids) throws IOException {
    CsvIds.read(text, ids);
  }
}
