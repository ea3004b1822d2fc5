package io.stocktrend.agent.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation. */
record Page(Path path, String text) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\n]*)\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\|.*\\|\n\\|[-|]+\\|\n(?:\\|.*\\|\n?)*");

  /** The page below {@code docs}, e.g. {@code sinks/csv.md}. */
  static Page of(String name) throws IOException {
    return read(DOCS.resolve(name));
  }

  /** Every page below {@code docs}. */
  static List<Page> docs() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return read(files.filter(file -> file.toString().endsWith(".md")).sorted());
    }
  }

  /** Those, and what lies beside the code. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(docs());
    pages.addAll(
        read(
            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")
                .map(ROOT::resolve)));
    return pages;
  }

  private static List<Page> read(Stream<Path> files) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files.toList()) {
      pages.add(read(file));
    }
    return pages;
  }

  private static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /** What the pattern's first group finds in any page. */
  static Set<String> found(String pattern) throws IOException {
    Pattern compiled = Pattern.compile(pattern);
    return all().stream()
        .flatMap(page -> compiled.matcher(page.text()).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name in failures. */
  String name() {
    return ROOT.relativize(path).toString();
  }

  /** The text below that heading up to the next one that is not below it. */
  String section(String heading) {
    List<MatchResult> headings = HEADING.matcher(text).results().toList();
    MatchResult start =
        headings.stream().filter(found -> found.group(2).equals(heading)).findFirst().orElseThrow();
    int end =
        headings.stream()
            .filter(found -> found.start() > start.start())
            .filter(found -> found.group(1).length() <= start.group(1).length())
            .mapToInt(MatchResult::start)
            .findFirst()
            .orElse(text.length());
    return text.substring(start.end(), end);
  }

  /** The headings of that depth. */
  List<String> headings(int depth) {
    return HEADING
        .matcher(prose())
        .results()
        .filter(heading -> heading.group(1).length() == depth)
        .map(heading -> heading.group(2))
        .toList();
  }

  /** What links to headings say after {@code #}, as GitHub makes them. */
  Set<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> heading.group(2).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The text without blocks of code. */
  String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /** The blocks whose opening line names that language; all for null. */
  List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> language == null || block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** What stands in backticks within the prose. */
  List<String> spans() {
    return spans(prose());
  }

  static List<String> spans(String text) {
    return SPAN.matcher(text).results().map(span -> span.group(1)).toList();
  }

  /** Every line of code, in blocks and in backticks. */
  List<String> code() {
    List<String> lines = new ArrayList<>(spans());
    blocks(null).forEach(block -> block.lines().forEach(lines::add));
    return lines;
  }

  /** The rows of the tables whose header begins with that cell. */
  List<List<String>> rows(String firstHeader) {
    return rows(text, firstHeader);
  }

  static List<List<String>> rows(String text, String firstHeader) {
    return TABLE
        .matcher(text)
        .results()
        .map(table -> table.group().lines().map(Page::cells).toList())
        .filter(table -> table.get(0).get(0).equals(firstHeader))
        .flatMap(table -> table.stream().skip(2))
        .toList();
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1, row.length() - 1);
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }
}
