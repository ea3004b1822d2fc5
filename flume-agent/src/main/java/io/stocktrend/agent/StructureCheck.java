package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what is wrong with the lists, types and wiring of an agent file, before Flume reads it. */
final class StructureCheck {
  private final AgentFile file;
  private final String agent;

  StructureCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  void run(Findings findings) {
    for (String key : file.strayKeys(agent)) {
      String hint = NearestName.hint(AgentFile.kind(key), Kind.keys());
      findings.addAt(key, key + " is unknown: " + hint);
    }
    new OrphanCheck(file, agent).run(findings);
    new SelectorCheck(file, agent).run(findings);
    new InterceptorCheck(file, agent).run(findings);
    if (file.listed(agent, Kind.CHANNEL).isEmpty()) {
      findings.add(agent + ".channels is missing: list the agent's channels");
    }
    if (file.listed(agent, Kind.SOURCE).isEmpty() && file.listed(agent, Kind.SINK).isEmpty()) {
      findings.add(agent + ".sources and " + agent + ".sinks are missing: list at least one");
    }
    Stream.of(Kind.values())
        .flatMap(kind -> file.listed(agent, kind).stream())
        .forEach(component -> check(component, findings));
  }

  private void check(Component component, Findings findings) {
    Map<String, String> settings = file.settings(agent, component);
    if (settings.isEmpty()) {
      String list = agent + "." + component.kind().key();
      findings.add(
          component,
          "it stands in " + list + ", but nothing is set for it: add its keys or take it out");
      return;
    }
    if (component.kind() != Kind.SINK_GROUP && !settings.containsKey("type")) {
      findings.add(component, "type is missing: set it to a Flume type or a class name");
    }
    switch (component.kind()) {
      case SOURCE -> wired(component, "channels", Kind.CHANNEL, findings);
      case SINK -> wired(component, "channel", Kind.CHANNEL, findings);
      case SINK_GROUP -> wired(component, "sinks", Kind.SINK, findings);
      case CHANNEL, CONFIG_FILTER -> {}
    }
  }

  /** Flume keeps a source whose other channel is there, and says nothing: so each is looked up. */
  private void wired(Component component, String key, Kind to, Findings findings) {
    if (to == Kind.CHANNEL && file.listed(agent, to).isEmpty()) {
      return;
    }
    List<String> names = file.words(file.settings(agent, component).get(key)).toList();
    if (names.isEmpty()) {
      findings.add(component, key + " is missing: name one of " + agent + "." + to.key());
    }
    for (String name : names) {
      if (!file.listed(agent, to).contains(new Component(to, name))) {
        String list = agent + "." + to.key();
        findings.add(
            component,
            key + " names '" + name + "', which " + list + " does not list: " + hint(to, name));
      }
    }
  }

  private String hint(Kind kind, String name) {
    return file.hint(agent, kind, name);
  }
}
