package io.stocktrend.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The errors of one agent file: one line each, with the place in the file where to look. */
final class Findings {
  /** How the settings of another file begin their errors, e.g. those of providers.properties. */
  private static final Pattern OTHER_FILE =
      Pattern.compile("(\\S+\\.properties): (?:the key )?(\\S+)");

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

  /** An error of one key, which is given in full. */
  void addAt(String key, String error) {
    lines.add(error + " (" + file.place(key) + ")");
  }

  void add(Component component, String error) {
    blamed.add(component);
    String label = component.toString();
    String said = error.startsWith(label) ? error : label + ": " + error;
    lines.add(withLine(said) + " (" + where(component, said) + ")");
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

  /** The key that the error names first, and its line; else the component and its type's line. */
  private String where(Component component, String error) {
    String prefix = component.prefix(agent);
    Set<String> keys = file.settings(agent, component).keySet();
    Optional<String> named =
        keys.stream()
            .filter(key -> position(error, key) >= 0)
            .min(
                Comparator.comparingInt((String key) -> position(error, key))
                    .thenComparing(Comparator.comparingInt(String::length).reversed()));
    if (named.isPresent()) {
      String key = prefix + "." + named.get();
      return key + " in " + file.place(key);
    }
    String list = agent + "." + component.kind().key();
    String any = keys.contains("type") ? "type" : keys.stream().findFirst().orElse("");
    return prefix + " in " + file.place(keys.isEmpty() ? list : prefix + "." + any);
  }

  /** Where the error names the key as a word, in full or without the group that it belongs to. */
  private static int position(String error, String key) {
    int full = word(error, key);
    return full >= 0 || !key.contains(".")
        ? full
        : word(error, key.substring(key.lastIndexOf('.') + 1));
  }

  private static int word(String error, String word) {
    Matcher matcher =
        Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?=[ :,])").matcher(error);
    return matcher.find() ? matcher.start() : -1;
  }

  private static String withLine(String error) {
    Matcher matcher = OTHER_FILE.matcher(error);
    if (!matcher.find()) {
      return error;
    }
    OptionalInt line = LineIndex.of(Path.of(matcher.group(1))).line(matcher.group(2));
    return line.isEmpty()
        ? error
        : new StringBuilder(error).insert(matcher.end(1), ":" + line.getAsInt()).toString();
  }
}
