package io.stocktrend.agent;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigFilterFactory;
import org.apache.flume.configfilter.ConfigFilter;

/**
 * Finds values that still hold a placeholder after Flume has resolved what it could: with a failing
 * config filter or an unset variable Flume would start with the placeholder as the value.
 */
final class PlaceholderCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\[]*)[^}]*}?");

  private static final String REMEDY =
      ", which nothing resolved: add the secret to the credentials file, set the variable, or take"
          + " the key out";

  private final AgentFile file;
  private final String agent;

  PlaceholderCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  /** Looks through the resolved settings of one component. */
  void run(Component component, Context settings, Findings findings) {
    for (Map.Entry<String, String> setting : settings.getParameters().entrySet()) {
      Matcher matcher = PLACEHOLDER.matcher(setting.getValue());
      if (!matcher.find()) {
        continue;
      }
      if (explained(matcher.group(1), findings)) {
        findings.excuse(component);
      } else {
        String left = setting.getKey() + " still holds " + matcher.group();
        findings.add(component, left + REMEDY);
      }
    }
  }

  /** A filter that fails is the one cause of all its placeholders: it is named once. */
  private boolean explained(String name, Findings findings) {
    Component filter = new Component(Kind.CONFIG_FILTER, name);
    if (!file.listed(agent, Kind.CONFIG_FILTER).contains(filter)) {
      return false;
    }
    if (!findings.blames(filter)) {
      cause(name, file.settings(agent, filter)).ifPresent(cause -> findings.add(filter, cause));
    }
    return findings.blames(filter);
  }

  private static Optional<String> cause(String name, Map<String, String> settings) {
    String type = settings.get("type");
    ConfigFilter filter;
    try {
      filter = ConfigFilterFactory.create(name, type);
    } catch (RuntimeException | LinkageError e) {
      return Optional.of("the type '" + type + "' " + ComponentProbe.UNKNOWN_TYPE);
    }
    try {
      filter.initializeWithConfiguration(settings);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(Causes.oneLine(e));
    }
  }
}
