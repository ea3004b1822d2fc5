package io.stocktrend.sink.file;

import io.stocktrend.record.EventHeaders;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.apache.flume.formatter.output.BucketPath;

/**
 * The escapes in a path.
 *
 * @param headers names of the headers that it takes in
 * @param timeStepMillis how long a timestamp gives the same path, 0 if it takes in no time
 * @param staticLength length of the folders before the first escape
 */
record PathEscapes(List<String> headers, long timeStepMillis, int staticLength) {
  private static final String TIME_LETTERS = "aAbBcdDeHIjklmMnpsStyYz";

  /**
   * Finds the escapes.
   *
   * @throws IllegalArgumentException if something is no escape of Flume's; the message names it
   */
  static PathEscapes in(String path) {
    TreeSet<String> headers = new TreeSet<>();
    long step = 0;
    Matcher escape = BucketPath.tagPattern.matcher(path);
    while (escape.find()) {
      if (escape.group(2) != null) {
        headers.add(escape.group(2));
      } else if (escape.group(1) != null && !escape.group(1).equals("%")) {
        step = step == 1 ? 1 : step(escape.group(1));
      }
    }
    refuseStray(path);
    return new PathEscapes(List.copyOf(headers), step, staticLength(path));
  }

  private static long step(String letter) {
    if (!TIME_LETTERS.contains(letter)) {
      throw new IllegalArgumentException("%" + letter);
    }
    return letter.equals("t") ? 1 : 1000;
  }

  /** Tries what the pattern cannot tell: a lone per cent sign, and the names in brackets. */
  private static void refuseStray(String path) {
    String rest = BucketPath.tagPattern.matcher(path).replaceAll("");
    if (rest.contains("%")) {
      throw new IllegalArgumentException("%");
    }
    Map<String, String> sample = Map.of(EventHeaders.TIMESTAMP, "0");
    try {
      BucketPath.escapeString(path, sample, TimeZone.getTimeZone("UTC"), false, 0, 1, false);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static int staticLength(String path) {
    int escape = path.indexOf('%');
    return escape < 0 ? path.length() : path.lastIndexOf('/', escape) + 1;
  }

  /** The folders before the first escape, {@code .} if there are none. */
  String root(String path) {
    String root = path.substring(0, staticLength);
    return root.isEmpty() ? "." : root;
  }
}
