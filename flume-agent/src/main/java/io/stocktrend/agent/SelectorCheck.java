package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds wrong keys of Flume's own channel selectors; what others know is theirs to say. */
final class SelectorCheck {
  private static final String SELECTOR = "selector.";
  private static final List<String> KEYS =
      List.of("type", "header", "default", "optional", "mapping");
  private static final List<String> CHANNELS = List.of("default", "optional", "mapping");
  private static final List<String> SELECTORS = List.of("", "replicating", "multiplexing");

  private final AgentFile file;
  private final String agent;

  SelectorCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  void run(Findings findings) {
    file.listed(agent, Kind.SOURCE).forEach(source -> check(source, findings));
  }

  private void check(Component source, Findings findings) {
    Map<String, String> settings = file.settings(agent, source);
    if (!SELECTORS.contains(settings.getOrDefault(SELECTOR + "type", ""))) {
      return;
    }
    List<String> channels = file.words(settings.get("channels")).toList();
    settings.forEach(
        (key, value) -> {
          if (!key.startsWith(SELECTOR)) {
            return;
          }
          if (!KEYS.contains(group(key))) {
            String hint = NearestName.hint(group(key), new ArrayList<>(KEYS));
            findings.add(source, "the key " + key + " is unknown: " + hint);
          } else if (CHANNELS.contains(group(key))) {
            unknown(value, channels)
                .forEach(name -> findings.add(source, message(key, name, channels)));
          }
        });
  }

  /** Without any channel of the source there is another error, which says so. */
  private Stream<String> unknown(String value, List<String> channels) {
    return file.words(value).filter(name -> !channels.isEmpty() && !channels.contains(name));
  }

  private static String message(String key, String name, List<String> channels) {
    String hint = NearestName.hint(name, channels);
    return key + " names '" + name + "', which is no channel of this source: " + hint;
  }

  private static String group(String key) {
    return Stream.of(key.split("\\.")).skip(1).findFirst().orElse("");
  }
}
