package io.stocktrend.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shipped agent file, which a test changes line by line. */
final class AgentFile {
  private final String agent;
  private final List<String> lines;

  private AgentFile(String agent, List<String> lines) {
    this.agent = agent;
    this.lines = lines;
  }

  /** The file of that agent in a configuration folder. */
  static AgentFile shipped(Path conf, String agent) throws IOException {
    return new AgentFile(agent, new ArrayList<>(Files.readAllLines(conf.resolve(name(agent)))));
  }

  /** From now on with this line in place of the one that it has for its key. */
  AgentFile with(String line) {
    without(line.split("=", 2)[0].strip());
    lines.add(line);
    return this;
  }

  /** From now on without that key. */
  AgentFile without(String key) {
    lines.removeIf(one -> one.startsWith(key + " ="));
    return this;
  }

  /** From now on without any other source. */
  AgentFile only(String... sources) {
    String prefix = agent + ".sources.";
    List<String> kept = List.of(sources);
    lines.removeIf(
        line -> line.startsWith(prefix) && !kept.contains(component(line, prefix.length())));
    return with(agent + ".sources = " + String.join(" ", sources));
  }

  private static String component(String line, int start) {
    return line.substring(start, line.indexOf('.', start));
  }

  /** Writes it into a folder under its own name. */
  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve(name(agent)), lines);
  }

  private static String name(String agent) {
    return agent + ".properties";
  }
}
