package io.stocktrend.sink.jdbc;

import io.stocktrend.record.EventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.formatter.output.BucketPath;

/**
 * A table's name with Flume's escapes, resolved from an event's headers: {@code %{header}}, and the
 * UTC date of the header {@code timestamp} as {@code %Y}, {@code %y}, {@code %m}, {@code %d}.
 */
final class TableTemplate {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final Pattern TEMPLATE =
      Pattern.compile("(?:[A-Za-z0-9_$.-]|%\\{[A-Za-z0-9_.-]+}|%[Yymd])+");
  private static final Pattern HEADER = Pattern.compile("%\\{([^}]+)}");
  private static final int CACHED = 10_000;
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final String text;
  private final List<String> headers = new ArrayList<>();
  private final Map<List<String>, TableName> resolved = new HashMap<>();

  /**
   * The template in a text.
   *
   * @throws IllegalArgumentException if the text is none
   */
  TableTemplate(String text) {
    if (!TEMPLATE.matcher(text).matches()) {
      throw new IllegalArgumentException("no table name");
    }
    this.text = text;
    Matcher escape = HEADER.matcher(text);
    while (escape.find()) {
      headers.add(escape.group(1));
    }
    if (HEADER.matcher(text).replaceAll("").contains("%")) {
      headers.add(EventHeaders.TIMESTAMP);
    }
  }

  /** The table of an event with these headers. */
  TableName resolve(Map<String, String> values) throws UnusableTableException {
    List<String> key = new ArrayList<>(headers.size());
    for (String header : headers) {
      String value = required(values, header);
      key.add(header.equals(EventHeaders.TIMESTAMP) ? day(value) : value);
    }
    TableName name = resolved.get(key);
    if (name == null) {
      name = TableName.of(BucketPath.escapeString(text, values, UTC, false, 0, 1, false));
      if (resolved.size() >= CACHED) {
        resolved.clear();
      }
      resolved.put(key, name);
    }
    return name;
  }

  private static String required(Map<String, String> values, String header)
      throws UnusableTableException {
    String value = values.get(header);
    if (value == null || value.isBlank()) {
      throw new UnusableTableException("the event has no header " + header + " for its table");
    }
    return value;
  }

  private static String day(String timestamp) throws UnusableTableException {
    try {
      return Long.toString(Math.floorDiv(Long.parseLong(timestamp), DAY_MILLIS));
    } catch (NumberFormatException e) {
      throw new UnusableTableException(
          "the header timestamp is '" + timestamp + "', not milliseconds since the epoch");
    }
  }
}
