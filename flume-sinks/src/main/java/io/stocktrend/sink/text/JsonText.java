package io.stocktrend.sink.text;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.util.Utf8;

/**
 * Values as JSON: texts, dates and times are strings, numbers and flags are what they are, arrays
 * and maps are arrays and objects. Not safe for use by several threads.
 */
final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

  private final NumberText numbers = new NumberText();
  private final TimeText times = new TimeText();

  /**
   * The writer of a type that datasets have.
   *
   * @throws IllegalArgumentException if no dataset has such a column
   */
  ValueText of(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> JsonText::putText;
      case LONG, INT -> Plain.isTime(schema) ? quoted(plain(schema)) : plain(schema);
      case DOUBLE, FLOAT, BOOLEAN -> plain(schema);
      case ARRAY -> array(of(schema.getElementType()));
      case MAP -> object(of(schema.getValueType()));
      default -> throw new IllegalArgumentException("no column is of the type " + schema.getType());
    };
  }

  private ValueText plain(Schema schema) {
    return Plain.of(schema, numbers, times);
  }

  private static ValueText quoted(ValueText text) {
    return (out, value) -> {
      out.put('"');
      text.put(out, value);
      out.put('"');
    };
  }

  private static ValueText array(ValueText elements) {
    return (out, value) -> {
      int separator = '[';
      for (Object element : (Collection<?>) value) {
        out.put(separator);
        elements.put(out, element);
        separator = ',';
      }
      end(out, separator == '[', '[', ']');
    };
  }

  private static ValueText object(ValueText values) {
    return (out, value) -> {
      int separator = '{';
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.put(separator);
        putText(out, entry.getKey());
        out.put(':');
        values.put(out, entry.getValue());
        separator = ',';
      }
      end(out, separator == '{', '{', '}');
    };
  }

  private static void end(TextBuffer out, boolean empty, int opening, int closing) {
    if (empty) {
      out.put(opening);
    }
    out.put(closing);
  }

  static void putText(TextBuffer out, Object text) {
    Utf8 utf8 = Utf8Bytes.of(text);
    byte[] bytes = utf8.getBytes();
    int length = utf8.getByteLength();
    out.put('"');
    int from = 0;
    for (int i = 0; i < length; i++) {
      byte octet = bytes[i];
      if (octet == '"' || octet == '\\' || (octet >= 0 && octet < ' ')) {
        out.put(bytes, from, i - from);
        escape(out, octet);
        from = i + 1;
      }
    }
    out.put(bytes, from, length - from);
    out.put('"');
  }

  private static void escape(TextBuffer out, byte octet) {
    switch (octet) {
      case '"', '\\' -> letter(out, octet);
      case '\n' -> letter(out, 'n');
      case '\r' -> letter(out, 'r');
      case '\t' -> letter(out, 't');
      default -> {
        out.put(CONTROL);
        out.put(HEX[octet >> 4]);
        out.put(HEX[octet & 15]);
      }
    }
  }

  private static void letter(TextBuffer out, int letter) {
    out.put('\\');
    out.put(letter);
  }
}
