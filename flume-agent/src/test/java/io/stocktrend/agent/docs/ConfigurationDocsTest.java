package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on configuration lists what can be set, no less and no more. */
final class ConfigurationDocsTest {
  private static final String MAIN = ".*/src/main/java/.*\\.java";
  private static final String LAUNCHERS = "assembly/src/main/bin/.*|conf/flume-env.sh";

  private final CodeText code = CodeText.all();

  @Test
  void theComponentsAreThoseOfTheCode() throws IOException {
    Set<String> components =
        code.paths(
            ".*/src/main/java/io/stocktrend/(source/\\w+Source|sink/\\w+Sink|"
                + "interceptor/\\w+Interceptor|source/\\w+ConfigFilter|agent/metrics/\\w+Monitor)"
                + "\\.java");
    Set<String> types =
        components.stream()
            .map(path -> path.replaceFirst(".*/src/main/java/", "").replace(".java", ""))
            .map(
                path -> path.replace('/', '.') + (path.contains("/interceptor/") ? "$Builder" : ""))
            .collect(Collectors.toCollection(TreeSet::new));
    types.removeAll(
        Set.of("io.stocktrend.source.AuditedSource", "io.stocktrend.source.PlannedSource"));
    types.remove("io.stocktrend.source.ScheduledSource");
    assertEquals(types, column("Components", "type"));
  }

  @Test
  void theJavaPropertiesAreThoseOfTheCode() throws IOException {
    Set<String> properties = code.found("\"(stocktrend\\.[a-z]+[A-Z][A-Za-z]*)\"", MAIN);
    properties.addAll(code.found("PROPERTY = \"(stocktrend\\.\\w+)\"", MAIN));
    properties.addAll(code.found("\"(flume\\.monitoring\\.[a-z]+)\"", MAIN));
    properties.addAll(code.found("\\$\\{sys:([\\w.]+)", "conf/log4j2.xml"));
    properties.add("flume.monitoring.port");
    assertEquals(properties, column("Java properties", "property"));
  }

  @Test
  void everyJavaPropertyThatAPageSetsIsRead() throws IOException {
    Set<String> read = code.found("(stocktrend\\.[A-Za-z.]+)", ".*\\.java|.*pom\\.xml");
    Set<String> set = Page.found("-D(stocktrend\\.[A-Za-z.]+)");
    assertTrue(set.size() > 5, set::toString);
    set.removeAll(read);
    assertEquals(Set.of(), set);
  }

  @Test
  void theVariablesAreThoseOfTheCode() throws IOException {
    String ours = "\\b((?:STOCKTREND|QUICKSTART)_[A-Z_]+)\\b";
    Set<String> variables =
        code.found(ours, MAIN + "|" + LAUNCHERS + "|quickstart.sh|conf/[a-z]+\\.properties");
    variables.addAll(code.found("\\b((?:FLUME|JAVA)_[A-Z_]+)\\b", LAUNCHERS));
    variables.removeAll(Set.of("FLUME_HOME", "JAVA_VERSION"));
    assertEquals(variables, column("Environment variables", "variable"));
    Set<String> elsewhere = Page.found(ours);
    elsewhere.removeAll(variables);
    assertEquals(Set.of(), elsewhere);
  }

  private static Set<String> column(String section, String header) throws IOException {
    return Page.rows(Page.of("configuration.md").section(section), header).stream()
        .flatMap(row -> Page.spans(row.get(0)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
