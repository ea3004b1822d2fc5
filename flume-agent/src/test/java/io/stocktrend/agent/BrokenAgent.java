package io.stocktrend.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A block of broken-agents.txt: how the good agent is broken, and what is found.
 *
 * @param cut lines of the good agent that are taken out; {@code *} is all of them
 * @param findings as printed, with FOLDER in place of the folder
 */
record BrokenAgent(
    String name, List<String> cut, List<String> put, List<String> limits, List<String> findings) {
  private static final Path FILES = Path.of("src/test/resources/io/stocktrend/agent");

  static List<BrokenAgent> all() throws IOException {
    return Arrays.stream(Files.readString(FILES.resolve("broken-agents.txt")).split("\n\n+"))
        .map(block -> block.lines().toList())
        .filter(block -> !block.get(0).startsWith("#"))
        .map(BrokenAgent::of)
        .toList();
  }

  static String good() throws IOException {
    return Files.readString(FILES.resolve("good-agent.properties"));
  }

  /** Writes the agent file, and providers.properties beside it. */
  Path write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(good().lines().toList());
    int at = lines.size();
    for (String each : cut) {
      at = each.equals("*") ? 0 : lines.indexOf(each);
      if (at < 0) {
        throw new IllegalArgumentException(name + ": the good agent has no line " + each);
      }
      if (each.equals("*")) {
        lines.clear();
      } else {
        lines.remove(at);
      }
    }
    lines.addAll(at, put);
    Files.write(folder.resolve("providers.properties"), limits);
    String text = String.join("\n", lines).replace("FOLDER", folder.toString());
    return Files.writeString(folder.resolve("raw.properties"), text + "\n");
  }

  private static BrokenAgent of(List<String> block) {
    return new BrokenAgent(
        block.get(0), some(block, '-'), some(block, '+'), some(block, 'p'), some(block, '>'));
  }

  private static List<String> some(List<String> block, char sign) {
    return block.stream()
        .skip(1)
        .filter(line -> line.charAt(0) == sign)
        .map(line -> line.substring(2))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
