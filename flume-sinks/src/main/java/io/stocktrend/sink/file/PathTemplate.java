package io.stocktrend.sink.file;

import io.stocktrend.record.EventHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.flume.formatter.output.BucketPath;

/**
 * A path with Flume's escapes, resolved from an event's headers; times in UTC from the header
 * {@code timestamp}. Resolving is slow, so what the same headers in the same second gave is kept.
 */
public final class PathTemplate {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final int CACHED = 10_000;

  private final String text;
  private final PathEscapes escapes;
  private final Map<List<Object>, String> resolved = new HashMap<>();
  private List<Object> lastKey = List.of();
  private String lastFolder;

  /**
   * The template in a text.
   *
   * @throws IllegalArgumentException if something is no escape of Flume's; the message names it
   */
  public static PathTemplate in(String text) {
    return new PathTemplate(text, PathEscapes.in(text));
  }

  /** The template in a text that holds these escapes. */
  PathTemplate(String text, PathEscapes escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  /** The folder of an event with these headers. */
  public String resolve(Map<String, String> headers) throws UnresolvablePathException {
    long step = escapes.timeStepMillis();
    long time = step == 0 ? 0 : Math.floorDiv(timestamp(headers), step);
    // Neighbours in a batch mostly share their folder, and comparing is cheaper than hashing.
    if (!isAsLast(headers, time)) {
      List<Object> key = new ArrayList<>(escapes.headers().size() + 1);
      for (String header : escapes.headers()) {
        key.add(required(headers, header));
      }
      key.add(time);
      lastFolder = resolve(key, headers);
      lastKey = key;
    }
    return lastFolder;
  }

  private boolean isAsLast(Map<String, String> headers, long time) {
    int count = escapes.headers().size();
    if (lastKey.isEmpty() || !lastKey.get(count).equals(time)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!lastKey.get(i).equals(headers.get(escapes.headers().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private String resolve(List<Object> key, Map<String, String> headers)
      throws UnresolvablePathException {
    String folder = resolved.get(key);
    if (folder == null) {
      folder = checked(headers);
      if (resolved.size() >= CACHED) {
        resolved.clear();
      }
      resolved.put(key, folder);
    }
    return folder;
  }

  private String checked(Map<String, String> headers) throws UnresolvablePathException {
    for (String header : escapes.headers()) {
      SafeNames.requireNoFolder(header, headers.get(header));
    }
    String folder = BucketPath.escapeString(text, headers, UTC, false, 0, 1, false);
    SafeNames.requireVisible(folder.substring(escapes.staticLength()));
    return folder;
  }

  private static String required(Map<String, String> headers, String name)
      throws UnresolvablePathException {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw new UnresolvablePathException("the event has no header " + name + " for its path");
    }
    return value;
  }

  private static long timestamp(Map<String, String> headers) throws UnresolvablePathException {
    String value = required(headers, EventHeaders.TIMESTAMP);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new UnresolvablePathException(
          "the header timestamp is '" + value + "', not milliseconds since the epoch");
    }
  }
}
