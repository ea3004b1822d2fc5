package io.stocktrend.sink.text;

import org.apache.avro.Schema;
import org.apache.avro.util.Utf8;

/**
 * Values as cells of CSV: what needs it is quoted, an empty text too, so that it differs from null;
 * arrays and maps are JSON in one cell. Not safe for use by several threads.
 */
final class CsvText {
  private final NumberText numbers = new NumberText();
  private final TimeText times = new TimeText();
  private final JsonText json = new JsonText();
  private final TextBuffer nested = new TextBuffer(256);

  /**
   * The writer of a type that datasets have.
   *
   * @throws IllegalArgumentException if no dataset has such a column
   */
  ValueText of(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> CsvText::putText;
      case ARRAY, MAP -> nested(json.of(schema));
      default -> Plain.of(schema, numbers, times);
    };
  }

  private ValueText nested(ValueText text) {
    return (out, value) -> {
      nested.clear();
      text.put(nested, value);
      putQuoted(out, nested.array(), nested.size());
    };
  }

  static void putText(TextBuffer out, Object text) {
    Utf8 utf8 = Utf8Bytes.of(text);
    byte[] bytes = utf8.getBytes();
    int length = utf8.getByteLength();
    if (isPlain(bytes, length)) {
      out.put(bytes, 0, length);
    } else {
      putQuoted(out, bytes, length);
    }
  }

  /** Spaces at the ends, which some readers cut off, and U+0000 are quoted as well. */
  private static boolean isPlain(byte[] bytes, int length) {
    if (length == 0 || bytes[0] == ' ' || bytes[length - 1] == ' ') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte octet = bytes[i];
      if (octet == ',' || octet == '"' || (octet >= 0 && octet < ' ')) {
        return false;
      }
    }
    return true;
  }

  private static void putQuoted(TextBuffer out, byte[] bytes, int length) {
    out.put('"');
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '"') {
        out.put(bytes, from, i - from + 1);
        from = i;
      }
    }
    out.put(bytes, from, length - from);
    out.put('"');
  }
}
