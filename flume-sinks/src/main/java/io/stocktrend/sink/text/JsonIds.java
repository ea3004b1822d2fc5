package io.stocktrend.sink.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stocktrend.record.Field;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the one member of each JSON object that the replay fence needs. */
final class JsonIds {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonIds() {}

  static void read(InputStream text, Consumer<String> ids) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw new IOException("not JSON lines: a " + token + " stands where an object should");
        }
        ids.accept(idOf(parser));
      }
    }
  }

  private static String idOf(JsonParser parser) throws IOException {
    String id = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean wanted = parser.getCurrentName().equals(Field.RECORD_ID.id());
      if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
        id = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (id == null) {
      throw new IOException("an object has no " + Field.RECORD_ID.id());
    }
    return id;
  }
}
