package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SecurityDocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/security.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
  private static final Pattern SCRIPT = Pattern.compile("`(assembly/\\w+\\.sh)`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    Set<String> missing = named(TEST);
    assertTrue(missing.size() > 15, missing::toString);
    missing.removeAll(tests());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyScriptThatThePageNamesCanBeRun() throws IOException {
    Set<String> scripts = named(SCRIPT);
    assertEquals(Set.of("assembly/reproduce.sh"), scripts);
    assertTrue(scripts.stream().map(ROOT::resolve).allMatch(Files::isExecutable));
  }

  private static Set<String> named(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(PAGE))
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      Set<String> tests = new TreeSet<>();
      for (Path folder : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(folder)) {
          collect(folder, tests);
        }
      }
      return tests;
    }
  }

  private static void collect(Path folder, Set<String> tests) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> tests.add(name.replace(".java", "")));
    }
  }
}
