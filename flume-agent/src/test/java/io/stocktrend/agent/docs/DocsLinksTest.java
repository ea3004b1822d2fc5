package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DocsLinksTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\n]*\\]\\(([^)\\s]+)\\)");

  private final Map<Path, Page> pages = new HashMap<>();

  DocsLinksTest() throws IOException {
    Page.all().forEach(page -> pages.put(page.path(), page));
  }

  @Test
  void everyLinkLeadsToAFileAndToAHeadingThatAreThere() {
    List<String> broken = new ArrayList<>();
    for (Page page : pages.values()) {
      for (String link : links(page)) {
        if (!leadsSomewhere(page, link)) {
          broken.add(page.name() + ": " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPageIsReachedFromTheIndex() throws IOException {
    Set<Path> reached = new HashSet<>();
    reach(pages.get(Page.of("README.md").path()), reached);
    Set<String> lost = new TreeSet<>();
    for (Page page : Page.docs()) {
      if (!reached.contains(page.path())) {
        lost.add(page.name());
      }
    }
    assertEquals(Set.of(), lost);
  }

  private void reach(Page page, Set<Path> reached) {
    if (page == null || !reached.add(page.path())) {
      return;
    }
    links(page).forEach(link -> reach(pages.get(target(page, link)), reached));
  }

  private boolean leadsSomewhere(Page page, String link) {
    Path target = target(page, link);
    if (!Files.exists(target)) {
      return false;
    }
    int hash = link.indexOf('#');
    return hash < 0
        || (pages.containsKey(target)
            && pages.get(target).anchors().contains(link.substring(hash + 1)));
  }

  private static Path target(Page page, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
  }

  /** Those within the project. */
  private static List<String> links(Page page) {
    return LINK.matcher(page.prose())
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }
}
