package io.stocktrend.agent.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the project that are not documentation, by their path from its root. */
final class CodeText {
  private static final Set<String> SKIPPED = Set.of("target", ".git", "docs", ".idea");
  private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");

  private final TreeMap<String, String> files = new TreeMap<>();

  private CodeText() {}

  /** Read once. */
  static CodeText all() {
    return Holder.ALL;
  }

  private static final class Holder {
    private static final CodeText ALL = read();

    private static CodeText read() {
      CodeText code = new CodeText();
      try {
        code.collect(Page.ROOT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return code;
    }
  }

  private void collect(Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.toList();
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry) && !SKIPPED.contains(entry.getFileName().toString())) {
        collect(entry);
      } else if (Files.isRegularFile(entry)) {
        String text = new String(Files.readAllBytes(entry), StandardCharsets.UTF_8);
        files.put(Page.ROOT.relativize(entry).toString(), text);
      }
    }
  }

  /** The paths that the pattern matches as a whole. */
  Set<String> paths(String pattern) {
    return files.keySet().stream()
        .filter(path -> path.matches(pattern))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the pattern's first group finds in the files of these paths. */
  Set<String> found(String pattern, String paths) {
    Pattern compiled = Pattern.compile(pattern);
    return paths(paths).stream()
        .flatMap(path -> compiled.matcher(files.get(path)).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The texts of what is delivered, with literals that are made of several parts in one piece. */
  String messages() {
    return paths(".*/src/main/java/.*\\.java|assembly/src/main/bin/.*").stream()
        .map(files::get)
        .map(text -> SEAM.matcher(text).replaceAll(""))
        .collect(Collectors.joining("\n"));
  }

  /** The simple names of all classes with a file of their own, tests included. */
  Set<String> classes() {
    return paths(".*\\.java").stream()
        .map(path -> path.replaceFirst(".*/", "").replace(".java", ""))
        .collect(Collectors.toSet());
  }

  /** Whether there is such a class or package, e.g. {@code io.stocktrend.record.Dataset}. */
  boolean hasType(String name) {
    String path = name.replaceFirst("\\$.*", "").replace('.', '/');
    return files.keySet().stream()
        .anyMatch(
            file ->
                file.contains("/java/" + path + "/") || file.endsWith("/java/" + path + ".java"));
  }

  boolean hasFile(String path) {
    return files.containsKey(path) || Files.isDirectory(Page.ROOT.resolve(path));
  }
}
