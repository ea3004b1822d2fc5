package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Map;

/**
 * Finds keys that Flume passes over without a word: those of a component that no list names, unless
 * it is complete and so switched off on purpose.
 */
final class OrphanCheck {
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
}
