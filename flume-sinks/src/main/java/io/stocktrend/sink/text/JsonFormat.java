package io.stocktrend.sink.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** JSON lines in UTF-8, nulls included. Not safe for use by several threads. */
public final class JsonFormat extends TextFormat {
  public JsonFormat(TextCompression compression) {
    super(".jsonl", compression);
  }

  @Override
  TextLayout layout(Schema schema) {
    return new JsonLayout(schema);
  }

  @Override
  void recordIds(InputStream text, Consumer<String> ids) throws IOException {
    JsonIds.read(text, ids);
  }
}
