package io.stocktrend.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes agent files for tests. */
final class AgentText {
  /** One complete agent: a sequence source, a memory channel, a null sink. */
  static final String GOOD =
      """
      raw.sources = numbers
      raw.channels = memory
      raw.sinks = nothing
      raw.sources.numbers.type = seq
      raw.sources.numbers.channels = memory
      raw.channels.memory.type = memory
      raw.sinks.nothing.type = null
      raw.sinks.nothing.channel = memory
      """;

  private AgentText() {}

  static AgentFile read(Path folder, String text) throws IOException, RefusedStartException {
    return AgentFile.read(Files.writeString(folder.resolve("raw.properties"), text));
  }

  /** The good agent with one line replaced, or dropped where the new one is empty. */
  static String with(String line, String replacement) {
    if (!GOOD.contains(line + "\n")) {
      throw new IllegalArgumentException("No such line: " + line);
    }
    return GOOD.replace(line + "\n", replacement.isEmpty() ? "" : replacement + "\n");
  }

  /** The good agent with more lines. */
  static String and(String... lines) {
    return GOOD + String.join("\n", lines) + "\n";
  }
}
