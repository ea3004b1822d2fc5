package io.stocktrend.agent;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/** On which lines of a properties file each key stands. */
final class LineIndex {
  private final Map<String, List<Integer>> lines = new TreeMap<>();
  private OptionalInt malformed = OptionalInt.empty();

  private LineIndex() {}

  /** The index of a file that is there or not; one that cannot be read has no lines to tell. */
  static LineIndex of(Path file) {
    try {
      return of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return new LineIndex();
    }
  }

  static LineIndex of(String text) {
    LineIndex index = new LineIndex();
    String[] all = text.split("\\R", -1);
    int at = 0;
    while (at < all.length) {
      int first = at;
      StringBuilder logical = new StringBuilder(all[at]);
      while (continues(all[at], logical) && at + 1 < all.length) {
        at++;
        logical.append('\n').append(all[at]);
      }
      index.add(first + 1, logical.toString());
      at++;
    }
    return index;
  }

  /** Where the key stands, or stands last: that one counts. */
  OptionalInt line(String key) {
    List<Integer> all = lines.getOrDefault(key, List.of());
    return all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.get(all.size() - 1));
  }

  /** The lines of the keys that stand there more than once. */
  Map<String, List<Integer>> repeated() {
    Map<String, List<Integer>> repeated = new TreeMap<>(lines);
    repeated.values().removeIf(all -> all.size() < 2);
    return repeated;
  }

  /** The first line that Java cannot read. */
  OptionalInt malformed() {
    return malformed;
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

  private void add(int line, String logical) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(logical));
    } catch (IOException | IllegalArgumentException e) {
      malformed = malformed.isPresent() ? malformed : OptionalInt.of(line);
      return;
    }
    properties
        .stringPropertyNames()
        .forEach(key -> lines.computeIfAbsent(key.strip(), k -> new ArrayList<>()).add(line));
  }
}
