package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A jar's file name, taken apart. */
record JarName(String artifact, String version) {
  private static final Pattern NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  static JarName of(String fileName) {
    Matcher matcher = NAME.matcher(fileName);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("A jar without a version: " + fileName);
    }
    return new JarName(matcher.group(1), matcher.group(2));
  }

  String file() {
    return artifact + "-" + version + ".jar";
  }

  /** The jars of a folder. */
  static List<JarName> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> of(file.getFileName().toString())).toList();
    }
  }
}
