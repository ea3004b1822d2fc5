package io.stocktrend.client.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON that may stand in an HTML script element: no text in it can end the element. Numbers
 * are rounded to seven digits; what JSON has no number for becomes null.
 */
final class ScriptJson {
  private static final MathContext DIGITS = new MathContext(7);

  /** Markup, and the line ends that scripts did not always allow in texts. */
  private static final String ESCAPED = "<>&\u2028\u2029";

  private final Writer out;
  private final Deque<Character> ends = new ArrayDeque<>();
  private boolean first = true;

  ScriptJson(Writer out) {
    this.out = out;
  }

  ScriptJson object() throws IOException {
    return begin('{', '}');
  }

  ScriptJson array() throws IOException {
    return begin('[', ']');
  }

  private ScriptJson begin(char start, char end) throws IOException {
    separate();
    out.write(start);
    ends.push(end);
    first = true;
    return this;
  }

  /** Ends the innermost object or array. */
  ScriptJson end() throws IOException {
    out.write(ends.pop());
    first = false;
    return this;
  }

  ScriptJson name(String name) throws IOException {
    separate();
    text(name);
    out.write(':');
    first = true;
    return this;
  }

  /** A number, truth value, list, map or null; everything else as its text. */
  ScriptJson value(Object value) throws IOException {
    if (value instanceof List<?> items) {
      return list(items);
    }
    if (value instanceof Map<?, ?> entries) {
      return map(entries);
    }
    separate();
    if (value instanceof Double number) {
      out.write(number(number));
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.write(String.valueOf(value));
    } else {
      text(value.toString());
    }
    return this;
  }

  private ScriptJson list(List<?> items) throws IOException {
    array();
    for (Object item : items) {
      value(item);
    }
    return end();
  }

  private ScriptJson map(Map<?, ?> entries) throws IOException {
    object();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      name(entry.getKey().toString()).value(entry.getValue());
    }
    return end();
  }

  private void separate() throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
  }

  private void text(String value) throws IOException {
    out.write('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.write('"');
  }

  private void character(char c) throws IOException {
    if (c == '"' || c == '\\') {
      out.write('\\');
      out.write(c);
    } else if (c < ' ' || ESCAPED.indexOf(c) >= 0 || Character.isSurrogate(c)) {
      out.write(String.format("\\u%04x", (int) c));
    } else {
      out.write(c);
    }
  }
}
