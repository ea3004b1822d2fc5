package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the docs name is there, and what is there is named. */
final class DocsNamesTest {
  private static final String FOLDERS =
      "assembly|bin|conf|docs|examples|flume-[a-z]+|offline-client|provider-simulator";
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w./$>-])(?:" + FOLDERS + ")/[\\w./-]*[\\w/]");

  /** What the reader makes. */
  private static final Set<String> MADE_BY_READERS =
      Set.of(
          "conf/channel.jceks", "conf/channel.password", "conf/credentials.json", "conf/terms.txt");

  /** Parts that the page on extending makes up. */
  private static final Pattern MADE_UP = Pattern.compile("(Acme|Archive|Dividend)\\w+");

  private final CodeText code = CodeText.all();

  @Test
  void everyFileThatIsNamedIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Page page : Page.all()) {
      for (String line : page.code()) {
        FILE.matcher(line)
            .results()
            .map(MatchResult::group)
            .filter(file -> !isThere(file))
            .forEach(file -> missing.add(page.name() + ": " + file));
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyFileThatUsersMeetIsNamed() throws IOException {
    Set<String> files =
        code.paths(
            "conf/.*|quickstart\\.sh|examples/run\\.sh|assembly/[a-z-]+\\.sh|"
                + "assembly/(?:systemd|container)/.*|assembly/src/main/bin/(?:flume-ng|stocktrend)");
    String docs = Page.all().stream().map(Page::text).collect(Collectors.joining("\n"));
    files.removeIf(file -> docs.contains(file.replace("assembly/src/main/bin", "bin")));
    files.removeIf(file -> docs.contains("`" + file.replaceFirst(".*/", "") + "`"));
    assertEquals(Set.of(), files);
  }

  @Test
  void everyScriptThatIsNamedCanBeRun() throws IOException {
    Set<String> scripts = Page.found("(?<![\\w/])((?:assembly/|examples/|\\./)[\\w-]+\\.sh)\\b");
    assertTrue(scripts.size() > 3, scripts::toString);
    scripts.removeIf(script -> Files.isExecutable(Page.ROOT.resolve(script)));
    assertEquals(Set.of(), scripts);
  }

  @Test
  void everyClassThatIsNamedIsThere() throws IOException {
    Set<String> missing = Page.found("(io\\.stocktrend\\.[a-z.]*[a-zA-Z]+)");
    missing.removeIf(code::hasType);
    assertEquals(Set.of(), missing);

    Set<String> unknown = new TreeSet<>();
    for (Page page : Page.all()) {
      unknown.addAll(page.spans());
    }
    unknown.removeIf(
        name -> !name.matches("[A-Z][A-Za-z]+(Source|Sink|Interceptor|Providers?|Test|IT)"));
    unknown.removeIf(name -> MADE_UP.matcher(name).matches());
    assertTrue(unknown.size() > 40, unknown::toString);
    unknown.removeAll(code.classes());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyFigureOverJmxIsTold() throws IOException {
    Set<String> figures = code.found("\\n  long get(\\w+)\\(\\);", ".*/src/main/.*MBean\\.java");
    figures.removeAll(Set.of("StartTime", "StopTime"));
    assertTrue(figures.size() > 30, figures::toString);
    figures.removeAll(Page.of("operations.md").spans());
    assertEquals(Set.of(), figures);
  }

  @Test
  void everySymptomIsWhatTheCodeSays() throws IOException {
    String messages = code.messages();
    List<String> unsaid = new ArrayList<>();
    for (List<String> row : Page.of("operations.md").rows("symptom")) {
      for (String said : Page.spans(row.get(0))) {
        for (String part : said.split("…", -1)) {
          if (!messages.contains(part.strip())) {
            unsaid.add(part);
          }
        }
      }
    }
    assertEquals(List.of(), unsaid);
  }

  private boolean isThere(String named) {
    String file = named.replaceFirst("^bin/", "assembly/src/main/bin/");
    return MADE_BY_READERS.contains(named)
        || file.startsWith("assembly/target/")
        || code.hasFile(file.replaceFirst("/$", ""))
        || Files.exists(Page.ROOT.resolve(file));
  }
}
