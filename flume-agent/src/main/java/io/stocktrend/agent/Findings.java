package io.stocktrend.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The errors of one agent file: one line each, with the place in the file where to look. */
final class Findings {
  private final AgentFile file;
  private final String agent;
  private final List<String> lines = new ArrayList<>();
  private final Set<Component> blamed = new HashSet<>();

  Findings(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  void add(String error) {
    lines.add(error + " (" + file.path() + ")");
  }

  void add(Component component, String error) {
    blamed.add(component);
    String label = component.toString();
    String said = error.startsWith(label) ? error : label + ": " + error;
    lines.add(said + " (" + component.prefix(agent) + " in " + file.path() + ")");
  }

  /** The component fails too, but for an error that is listed already. */
  void excuse(Component component) {
    blamed.add(component);
  }

  boolean blames(Component component) {
    return blamed.contains(component);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
