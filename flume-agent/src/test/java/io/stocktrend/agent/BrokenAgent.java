package io.stocktrend.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of broken-agents.txt: how the good agent is broken, and what comes of it.
 *
 * @param ends how each command ends that the block is for: its exit code, or {@code warns}
 * @param lines the block's other lines, each with its sign
 */
public record BrokenAgent(String name, Map<String, String> ends, List<String> lines) {
  /** The agent that is not broken. */
  static final BrokenAgent NOT = new BrokenAgent("good", Map.of(), List.of());

  private static final List<String> NOBODY =
      Stream.of("yahoo.baseUrl", "yahoo.cookieUrl", "finnhub.baseUrl")
          .map(key -> key + " = http://127.0.0.1:9")
          .toList();

  /** Every block, in the order of the file. */
  public static List<BrokenAgent> all() {
    return Arrays.stream(read("broken-agents.txt").split("\n\n+"))
        .map(block -> block.lines().toList())
        .filter(block -> !block.get(0).startsWith("#"))
        .map(BrokenAgent::of)
        .toList();
  }

  /** Whether it depends on the environment of a process. */
  public boolean needsProcess() {
    return !some('e').isEmpty();
  }

  /** Variables of the environment. */
  public Map<String, String> environment(Path folder) {
    return filled('e', folder).stream()
        .map(variable -> variable.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  /** The options of {@code flume-ng agent}. */
  public List<String> options(Path folder) {
    List<String> given = filled('a', folder);
    return given.isEmpty()
        ? List.of("-f", folder + "/raw.properties")
        : List.of(given.get(0).split(" "));
  }

  /** The agent file to check. */
  public String file(Path folder) {
    List<String> options = options(folder);
    return options.get(options.indexOf("-f") + 1);
  }

  /** What is found, one line each. */
  public List<String> findings(Path folder) {
    return filled('>', folder);
  }

  /** Writes the agent file, providers.properties beside it, and what else the block has. */
  public Path write(Path folder) throws IOException {
    for (String file : filled('f', folder)) {
      String[] parts = file.split(" ", 3);
      String text = parts[2].replace("\\n", "\n") + "\n";
      Path written = Files.writeString(folder.resolve(parts[0]), text);
      Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(parts[1]));
    }
    Files.write(folder.resolve("providers.properties"), providers());
    String text = String.join("\n", agent()).replace("FOLDER", folder.toString());
    return Files.writeString(folder.resolve("raw.properties"), text + "\n");
  }

  private List<String> agent() {
    List<String> agent = new ArrayList<>(read("good-agent.properties").lines().toList());
    int at = agent.size();
    for (String cut : some('-')) {
      at = cut.equals("*") ? 0 : agent.indexOf(cut);
      if (at < 0) {
        throw new IllegalArgumentException(name + ": the good agent has no line " + cut);
      }
      agent.subList(at, cut.equals("*") ? agent.size() : at + 1).clear();
    }
    agent.addAll(at, some('+'));
    return agent;
  }

  /** An agent that starts nevertheless finds nobody to ask. */
  private List<String> providers() {
    List<String> providers = new ArrayList<>(some('p'));
    NOBODY.stream()
        .filter(line -> some('p').stream().noneMatch(own -> key(own).equals(key(line))))
        .forEach(providers::add);
    return providers;
  }

  private static String key(String line) {
    return line.split(" = ", 2)[0];
  }

  private static BrokenAgent of(List<String> block) {
    String[] head = block.get(0).split(": ", 2);
    Map<String, String> ends =
        Arrays.stream(head[1].split(", "))
            .map(end -> end.split(" "))
            .collect(Collectors.toMap(end -> end[0], end -> end[1]));
    return new BrokenAgent(head[0], ends, block.subList(1, block.size()));
  }

  private List<String> filled(char sign, Path folder) {
    return some(sign).stream().map(line -> line.replace("FOLDER", folder.toString())).toList();
  }

  private List<String> some(char sign) {
    return lines.stream()
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(2))
        .toList();
  }

  private static String read(String resource) {
    try (InputStream stream = BrokenAgent.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
