package io.stocktrend.agent;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

/** On which line of a properties file each key stands, the last one where it stands twice. */
final class LineIndex {
  private final Map<String, Integer> lines;

  private LineIndex(Map<String, Integer> lines) {
    this.lines = lines;
  }

  /** The index of a file that is there or not; one that cannot be read has no lines to tell. */
  static LineIndex of(Path file) {
    try {
      return of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return new LineIndex(Map.of());
    }
  }

  static LineIndex of(String text) {
    Map<String, Integer> lines = new HashMap<>();
    String[] all = text.split("\\R", -1);
    int at = 0;
    while (at < all.length) {
      int first = at;
      StringBuilder logical = new StringBuilder(all[at]);
      while (continues(all[at], logical) && at + 1 < all.length) {
        at++;
        logical.append('\n').append(all[at]);
      }
      keys(logical.toString()).forEach(key -> lines.put(key, first + 1));
      at++;
    }
    return new LineIndex(lines);
  }

  OptionalInt line(String key) {
    Integer line = lines.get(key);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** Place in the manner of compilers, {@code file:line}, or the file alone. */
  static String place(Path file, OptionalInt line) {
    return line.isPresent() ? file + ":" + line.getAsInt() : file.toString();
  }

  /** A comment cannot go on in the next line; an odd number of backslashes asks for it. */
  private static boolean continues(String line, CharSequence logical) {
    String start = logical.toString().stripLeading();
    if (start.startsWith("#") || start.startsWith("!")) {
      return false;
    }
    int slashes = 0;
    while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static Iterable<String> keys(String logical) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(logical));
    } catch (IOException | IllegalArgumentException e) {
      // A malformed escape: reading the whole file says so.
      return List.of();
    }
    return properties.stringPropertyNames().stream().map(String::strip).toList();
  }
}
