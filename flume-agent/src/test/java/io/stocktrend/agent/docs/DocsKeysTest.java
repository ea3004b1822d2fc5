package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.ProvidersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys of the components: those of the code stand in the docs, and the other way round. */
final class DocsKeysTest {
  private static final Pattern KEY = Pattern.compile("`([A-Za-z.]+)`");
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^#?((?:raw|context)\\.(?:sources|sinks|channels)\\.\\w+)\\.([\\w.-]+) *=");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKeyIsDocumentedAndEveryDocumentedKeyIsKnown(DocumentedComponent component)
      throws IOException {
    assertEquals(component.knownKeys(folder), keys(component.page().section(component.section())));
  }

  @ParameterizedTest
  @CsvSource({
    "quarantine.md, Properties of every sink, QUARANTINE",
    "encryption.md, Properties of ParquetSink, PARQUET"
  })
  void aTableOfSomeKeysHasNoOthers(String page, String section, DocumentedComponent component)
      throws IOException {
    Set<String> named = keys(Page.of(page).section(section));
    assertTrue(named.size() > 1, named::toString);
    named.removeAll(component.knownKeys(folder));
    assertEquals(Set.of(), named);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"QUARANTINE", "VALIDATION", "SYMBOL_FILTER"})
  void everyPageOfOneComponentHasTheSameOrder(DocumentedComponent component) throws IOException {
    assertEquals(
        List.of(
            "Purpose",
            "Minimal configuration",
            "Properties",
            "Behaviour",
            "Limits",
            "Type mapping",
            "Example"),
        component.page().headings(2));
  }

  @Test
  void everyPageHasOneTitle() throws IOException {
    List<String> titles = new ArrayList<>();
    for (Page page : Page.all()) {
      if (page.headings(1).size() != 1) {
        titles.add(page.name() + ": " + page.headings(1));
      }
    }
    assertEquals(List.of(), titles);
  }

  @Test
  void everyKeyOfAnExampleIsKnown() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Page page : Page.docs()) {
      Map<String, String> types = types(page);
      for (String block : page.blocks(null)) {
        LINE.matcher(block)
            .results()
            .filter(line -> !isKnown(types, line.group(1), line.group(2)))
            .forEach(line -> wrong.add(page.name() + ": " + line.group()));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyExampleOfAProvidersFileIsTaken() throws IOException {
    int examples = 0;
    for (Page page : Page.docs()) {
      for (String block : page.blocks("properties")) {
        if (!block.matches("(?s).*\\b(raw|context)\\..*")) {
          Path file = Files.writeString(folder.resolve("providers.properties"), block);
          assertDoesNotThrow(() -> ProvidersFile.load(file), page.name());
          examples++;
        }
      }
    }
    assertEquals(1, examples);
  }

  private static Set<String> keys(String section) {
    return Page.rows(section, "name").stream()
        .flatMap(row -> KEY.matcher(row.get(0)).results())
        .map(key -> key.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isKnown(Map<String, String> types, String component, String key) {
    String type = types.get(component);
    if (type == null) {
      return false;
    }
    return FlumesKeys.of(component)
            .contains(key.replaceFirst("^(selector|encryption)\\..*", "$1.*"))
        || isInterceptors(types, component, key)
        || DocumentedComponent.ofType(type)
            .map(ours -> ours.knownKeys(folder).contains(key) || ours.hasGroup(key))
            .orElse(false);
  }

  private boolean isInterceptors(Map<String, String> types, String component, String key) {
    String[] parts = key.split("\\.", 3);
    return parts.length == 3
        && parts[0].equals("interceptors")
        && (parts[2].equals("type")
            || isKnown(types, component + ".interceptors." + parts[1], parts[2]));
  }

  /** Of each component of the shipped files and the page, under the start of its keys. */
  private static Map<String, String> types(Page page) throws IOException {
    Map<String, String> types = new HashMap<>();
    List<String> texts = new ArrayList<>();
    for (String agent : List.of("raw", "context")) {
      texts.add(Files.readString(Page.ROOT.resolve("conf/" + agent + ".properties")));
    }
    texts.addAll(page.blocks(null));
    for (String text : texts) {
      Pattern.compile("(?m)^([\\w.]+)\\.type *= *(\\S+)")
          .matcher(text)
          .results()
          .forEach((MatchResult line) -> types.put(line.group(1), line.group(2)));
    }
    return types;
  }
}
