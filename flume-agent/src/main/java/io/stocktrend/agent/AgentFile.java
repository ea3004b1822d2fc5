package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;

/** An agent file as it is written, before Flume drops what it cannot use. */
final class AgentFile {
  private static final List<String> LISTS =
      List.of(Kind.SOURCE.key(), Kind.CHANNEL.key(), Kind.SINK.key());

  private final Path path;
  private final byte[] bytes;
  private final Map<String, String> values;
  private final LineIndex lines;

  private AgentFile(Path path, byte[] bytes, Map<String, String> values, LineIndex lines) {
    this.path = path;
    this.bytes = bytes;
    this.values = values;
    this.lines = lines;
  }

  static AgentFile read(Path path) throws RefusedStartException {
    if (!Files.isRegularFile(path)) {
      throw new RefusedStartException(
          "the agent file " + path + " is not there or not a file: correct its path");
    }
    try {
      return parse(path, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new RefusedStartException(
          "the agent file "
              + path
              + " cannot be read: let this user read it ("
              + Causes.oneLine(e)
              + ")");
    }
  }

  private static AgentFile parse(Path path, byte[] bytes)
      throws IOException, RefusedStartException {
    LineIndex lines = LineIndex.of(new String(bytes, StandardCharsets.ISO_8859_1));
    if (lines.malformed().isPresent()) {
      throw new RefusedStartException(
          "a backslash and a u are not followed by four hexadecimal digits: write two backslashes"
              + " for one ("
              + LineIndex.place(path, lines.malformed())
              + ")");
    }
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(bytes));
    Map<String, String> values = new TreeMap<>();
    properties.forEach((key, value) -> values.put(key.toString().strip(), value.toString()));
    return new AgentFile(path, bytes, values, lines);
  }

  /** File and line of a key, as {@code file:line}; the file alone if the key is not there. */
  String place(String key) {
    return LineIndex.place(path, lines.line(key));
  }

  /** The lines of the keys that stand there more than once. */
  Map<String, List<Integer>> repeated() {
    return lines.repeated();
  }

  Path path() {
    return path;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The agent to run: the wanted one, or without a wish the only one that the file defines. */
  String agent(Optional<String> wanted) throws RefusedStartException {
    Set<String> agents = agents();
    if (agents.isEmpty()) {
      throw new RefusedStartException(
          path + " defines no agent: it needs lines such as 'raw.sources = …'");
    }
    if (wanted.isEmpty() && agents.size() > 1) {
      throw new RefusedStartException(
          path + " defines several agents: choose with -n from " + String.join(", ", agents));
    }
    String name = wanted.orElseGet(() -> agents.iterator().next());
    if (!agents.contains(name)) {
      throw new RefusedStartException(
          path + " defines no agent '" + name + "': choose with -n from " + join(agents));
    }
    return name;
  }

  /** The names of the agents that the file defines. */
  Set<String> agents() {
    return values.keySet().stream()
        .map(key -> key.split("\\.", 2))
        .filter(parts -> parts.length == 2 && LISTS.contains(parts[1]))
        .map(parts -> parts[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the agent's list of that kind names, in the order of the file. */
  List<Component> listed(String agent, Kind kind) {
    return words(values.get(agent + "." + kind.key()))
        .map(name -> new Component(kind, name))
        .toList();
  }

  /** The words of a value, with the environment and system properties filled in. */
  Stream<String> words(String value) {
    if (value == null) {
      return Stream.empty();
    }
    return Arrays.stream(resolved(value).split("\\s+")).filter(word -> !word.isEmpty());
  }

  /** The settings of a component as written, placeholders included. */
  Map<String, String> settings(String agent, Component component) {
    String prefix = component.prefix(agent) + ".";
    Map<String, String> settings = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && !value.isBlank()) {
            settings.put(key.substring(prefix.length()), value);
          }
        });
    return settings;
  }

  /** The keys of the agent that belong to no kind of component: Flume would drop them. */
  List<String> strayKeys(String agent) {
    return values.keySet().stream()
        .filter(key -> key.startsWith(agent + "."))
        .filter(key -> !Kind.keys().contains(kind(key)))
        .toList();
  }

  /** The components of a kind that have keys, listed or not. */
  Set<Component> mentioned(String agent, Kind kind) {
    String prefix = agent + "." + kind.key() + ".";
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> new Component(kind, key.substring(prefix.length()).split("\\.", 2)[0]))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The second part of a key of an agent: the kind of component that it belongs to. */
  static String kind(String key) {
    return key.split("\\.", -1)[1];
  }

  /** A value with the environment and system properties filled in. */
  String resolved(String value) {
    StringLookupFactory lookups = StringLookupFactory.INSTANCE;
    var named =
        Map.of(
            "env", lookups.environmentVariableStringLookup(),
            "sys", lookups.systemPropertyStringLookup());
    var lookup = lookups.interpolatorStringLookup(named, lookups.mapStringLookup(values), false);
    return new StringSubstitutor(lookup).replace(value);
  }

  private static String join(Set<String> names) {
    return String.join(", ", names);
  }

  /** A hint at the nearest listed name of a kind. */
  String hint(String agent, Kind kind, String name) {
    List<String> known = listed(agent, kind).stream().map(Component::name).toList();
    return NearestName.hint(name, known);
  }
}
