package io.stocktrend.agent;

import java.util.List;
import java.util.stream.Collectors;

/** Finds keys that stand in an agent file more than once: Java takes the last without a word. */
final class RepeatedKeys {
  private RepeatedKeys() {}

  /** A line for each of them. */
  static List<String> of(AgentFile file, String agent) {
    return file.repeated().entrySet().stream()
        .filter(each -> each.getKey().startsWith(agent + "."))
        .map(
            each ->
                "%s stands in the lines %s, of which only the last one counts: keep one (%s)"
                    .formatted(each.getKey(), list(each.getValue()), file.place(each.getKey())))
        .toList();
  }

  private static String list(List<Integer> lines) {
    return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
