package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.cli.AllCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Commands and options: what there is stands in the docs, and what stands there is. */
final class DocsOptionsTest {
  private static final Set<String> EVERYWHERE = Set.of("--help", "--version");
  private static final Pattern LONG = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern ANY = Pattern.compile("(?<![\\w-])--?[A-Za-z][a-z-]*");
  private static final Pattern USE =
      Pattern.compile("(?:^|[ /(])stocktrend (quarantine )?([a-z]+)\\b([^|#;&]*)");

  private final Map<String, Set<String>> commands = AllCommands.options();

  DocsOptionsTest() throws IOException {
    commands.put("simulate", simulatorsOptions());
  }

  @Test
  void everyOptionStandsInATableOfItsCommandAndEveryOtherIsUnknown() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (Page page : Page.docs()) {
      documented(page)
          .forEach(
              (name, options) ->
                  documented.computeIfAbsent(name, x -> new TreeSet<>()).addAll(options));
    }
    Map<String, Set<String>> expected = new TreeMap<>(commands);
    expected.remove("simulate");
    expected.values().removeIf(Set::isEmpty);
    assertEquals(expected, documented);
  }

  @Test
  void everyCommandIsToldOfByName() throws IOException {
    Set<String> untold = new TreeSet<>(commands.keySet());
    for (Page page : Page.docs()) {
      page.code().forEach(line -> uses(line).forEach(use -> untold.remove(use.group(2))));
    }
    assertEquals(Set.of(), untold);
  }

  @Test
  void everyUseOfACommandIsOneThatItUnderstands() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String line : page.code()) {
        if (!uses(line).stream().allMatch(this::isUnderstood)) {
          wrong.add(page.name() + ": " + line);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theListOfCommandsSaysOfEachAWholeSentence() {
    Map<String, String> cutOff = new TreeMap<>(AllCommands.summaries());
    cutOff.values().removeIf(summary -> summary.endsWith("."));
    assertEquals(Map.of(), cutOff);
  }

  @Test
  void everyOptionThatIsNamedAloneIsSomeCommands() throws IOException {
    Set<String> known = new HashSet<>(EVERYWHERE);
    commands.values().forEach(known::addAll);
    known.addAll(found(LONG, launchersUsage()));
    Set<String> unknown = new TreeSet<>();
    for (Page page : Page.docs()) {
      page.spans().stream()
          .filter(span -> span.startsWith("--"))
          .forEach(span -> unknown.addAll(found(LONG, span)));
    }
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theLaunchersOptionsAreThoseOfItsHelp() throws IOException {
    String section = Page.of("configuration.md").section("Options of flume-ng");
    Set<String> documented = new TreeSet<>();
    Page.rows(section, "option").forEach(row -> documented.addAll(found(ANY, row.get(0))));
    Set<String> helped =
        launchersUsage()
            .lines()
            .filter(line -> line.startsWith("  -"))
            .flatMap(line -> found(ANY, line.split(" {2,}", 3)[1]).stream())
            .collect(Collectors.toSet());
    assertTrue(helped.contains("--conf-file"), helped::toString);
    assertEquals(new TreeSet<>(helped), documented);
  }

  private boolean isUnderstood(MatchResult use) {
    Set<String> options = commands.get(use.group(2));
    if (options == null) {
      return use.group(2).equals("quarantine");
    }
    Set<String> named = found(LONG, use.group(3));
    named.removeAll(options);
    named.removeAll(EVERYWHERE);
    return named.isEmpty();
  }

  private static List<MatchResult> uses(String line) {
    return USE.matcher(line).results().toList();
  }

  /** The options of each command that the page's tables name; "all" is every one of these. */
  private static Map<String, Set<String>> documented(Page page) {
    List<List<String>> rows = page.rows("option of");
    Set<String> all = new TreeSet<>();
    rows.forEach(row -> all.addAll(Page.spans(row.get(0))));
    Map<String, Set<String>> options = new TreeMap<>();
    for (List<String> row : rows) {
      for (String name : row.get(0).equals("all") ? all : Page.spans(row.get(0))) {
        Set<String> named = found(LONG, row.get(1));
        named.removeAll(EVERYWHERE);
        options.computeIfAbsent(name, x -> new TreeSet<>()).addAll(named);
      }
    }
    return options;
  }

  /** {@code SimulatorDocsTest} holds that table to the simulator. */
  private static Set<String> simulatorsOptions() throws IOException {
    Set<String> options = new TreeSet<>();
    Page.of("simulator.md").rows("option").forEach(row -> options.addAll(found(LONG, row.get(0))));
    return options;
  }

  private static String launchersUsage() throws IOException {
    String launcher = Files.readString(Page.ROOT.resolve("assembly/src/main/bin/flume-ng"));
    return launcher.split("<<'EOF'\n", 2)[1].split("\nEOF", 2)[0];
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
