package io.stocktrend.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flume.Context;

/** The settings as the agent takes them, one line each, without a secret. */
final class EffectiveText {
  private static final String MASK = "***";
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(?i)(^|.*[._-])(api-?key([._-].*)?|.*(password|passwd|secret|token|passphrase|credential)s?"
              + "|.*encryption\\.key|key)");
  private static final Pattern USER_IN_URL = Pattern.compile("(?<=://)[^/@\\s]*@");
  private static final Pattern SECRET_IN_URL =
      Pattern.compile(
          "(?i)(?<=[?&](user|password|passwd|apikey|api_key|key|token|secret)=)[^&\\s]*");

  private final AgentFile file;
  private final String agent;

  EffectiveText(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  List<String> lines(Map<Component, Context> settings) {
    List<String> lines = new ArrayList<>();
    settings.forEach(
        (component, context) -> {
          Map<String, String> written = file.settings(agent, component);
          String prefix = component.prefix(agent) + ".";
          new TreeMap<>(context.getParameters())
              .forEach(
                  (key, value) ->
                      lines.add(prefix + key + " = " + shown(key, value, written.get(key))));
        });
    return lines;
  }

  /** What a config filter gave is secret, whatever the key is called. */
  private String shown(String key, String value, String written) {
    if (value.isEmpty()) {
      return value;
    }
    boolean isFiltered =
        written == null
            || file.listed(agent, Kind.CONFIG_FILTER).stream()
                .anyMatch(filter -> written.contains("${" + filter.name() + "["));
    if (isFiltered || SECRET_KEY.matcher(key).matches()) {
      return MASK;
    }
    String anonymous = USER_IN_URL.matcher(value).replaceAll(MASK + "@");
    return SECRET_IN_URL.matcher(anonymous).replaceAll(MASK);
  }
}
