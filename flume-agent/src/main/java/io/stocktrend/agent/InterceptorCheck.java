package io.stocktrend.agent;

import io.stocktrend.record.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flume.interceptor.Interceptor;
import org.apache.flume.interceptor.InterceptorBuilderFactory;

/** Finds interceptors that have no usable type, and keys of interceptors that no source lists. */
final class InterceptorCheck {
  private static final String LIST = "interceptors";
  private static final String PREFIX = LIST + ".";
  private static final String BUILDER = "$Builder";
  private static final String NAME_ONE = "name a class that builds interceptors";

  private final AgentFile file;
  private final String agent;

  InterceptorCheck(AgentFile file, String agent) {
    this.file = file;
    this.agent = agent;
  }

  void run(Findings findings) {
    file.listed(agent, Kind.SOURCE).forEach(source -> check(source, findings));
  }

  private void check(Component source, Findings findings) {
    Map<String, String> settings = file.settings(agent, source);
    List<String> listed = file.words(settings.get(LIST)).toList();
    for (String name : listed) {
      fault(name, settings).ifPresent(fault -> findings.add(source, fault));
    }
    for (String name : mentioned(settings)) {
      // One that is complete is switched off on purpose.
      if (!listed.contains(name) && !settings.containsKey(PREFIX + name + ".type")) {
        String key = firstKey(settings, name);
        String hint =
            listed.isEmpty()
                ? "add it to " + LIST + " or take it out"
                : NearestName.hint(name, listed);
        findings.add(source, key + " is of no interceptor that " + LIST + " lists: " + hint);
      }
    }
  }

  private Optional<String> fault(String name, Map<String, String> settings) {
    String key = PREFIX + name + ".type";
    String type = file.resolved(settings.getOrDefault(key, ""));
    if (type.isEmpty()) {
      return Optional.of(
          ("%s lists %s, but %s is missing: set it to the class of an Interceptor.Builder, or one"
                  + " of Flume's types")
              .formatted(LIST, name, key));
    }
    try {
      InterceptorBuilderFactory.newInstance(type);
      return Optional.empty();
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return Optional.of(key + " = '" + type + "' " + ComponentProbe.UNKNOWN_TYPE);
    } catch (ReflectiveOperationException | ClassCastException e) {
      return Optional.of(key + " = '" + type + "' is no Interceptor.Builder: " + builder(type));
    }
  }

  /** The builder that the class has beside it, as all of ours have. */
  private static String builder(String type) {
    String name = type + BUILDER;
    try {
      Class<?> beside = Class.forName(name, false, InterceptorCheck.class.getClassLoader());
      return Interceptor.Builder.class.isAssignableFrom(beside)
          ? "did you mean '" + name + "'?"
          : NAME_ONE;
    } catch (ClassNotFoundException e) {
      return NAME_ONE;
    }
  }

  private static Set<String> mentioned(Map<String, String> settings) {
    return settings.keySet().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()).split("\\.", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String firstKey(Map<String, String> settings, String name) {
    String prefix = PREFIX + name;
    return settings.keySet().stream()
        .filter(key -> key.equals(prefix) || key.startsWith(prefix + "."))
        .findFirst()
        .orElse(prefix);
  }
}
