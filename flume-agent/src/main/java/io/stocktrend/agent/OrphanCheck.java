package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds keys that Flume passes over without a word: those of a component that no list names, unless
 * it is complete and so switched off on purpose, and those that no channel selector knows.
 */
final class OrphanCheck {
  private static final String SELECTOR = "selector.";
  private static final List<String> SELECTOR_KEYS =
      List.of("type", "header", "default", "optional", "mapping");
  private static final List<String> SELECTORS = List.of("", "replicating", "multiplexing");

  private final AgentFile file;
  private final String agent;

  OrphanCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  void run(Findings findings) {
    for (Kind kind : Kind.values()) {
      List<Component> listed = file.listed(agent, kind);
      file.mentioned(agent, kind).stream()
          .filter(component -> !listed.contains(component))
          .forEach(component -> unlisted(component, listed, findings));
    }
    file.listed(agent, Kind.SOURCE).forEach(source -> selector(source, findings));
  }

  private void unlisted(Component component, List<Component> listed, Findings findings) {
    Map<String, String> settings = file.settings(agent, component);
    if (listed.isEmpty() || settings.containsKey("type") || settings.isEmpty()) {
      return;
    }
    String key = component.prefix(agent) + "." + settings.keySet().iterator().next();
    String list = agent + "." + component.kind().key();
    List<String> names = listed.stream().map(Component::name).toList();
    findings.addAt(
        key,
        component
            + ": "
            + list
            + " does not list it: "
            + NearestName.hint(component.name(), names));
  }

  /** Only of Flume's own selectors; what others know is theirs to say. */
  private void selector(Component source, Findings findings) {
    Map<String, String> settings = file.settings(agent, source);
    if (!SELECTORS.contains(settings.getOrDefault(SELECTOR + "type", ""))) {
      return;
    }
    List<String> known = new ArrayList<>(SELECTOR_KEYS);
    settings.keySet().stream()
        .filter(key -> key.startsWith(SELECTOR))
        .filter(key -> !known.contains(group(key)))
        .forEach(
            key ->
                findings.add(
                    source,
                    "the key " + key + " is unknown: " + NearestName.hint(group(key), known)));
  }

  private static String group(String key) {
    return Stream.of(key.split("\\.")).skip(1).findFirst().orElse("");
  }
}
