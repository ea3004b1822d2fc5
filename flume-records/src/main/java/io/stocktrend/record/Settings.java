package io.stocktrend.record;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;

/**
 * The settings of one component, typed, over Flume's {@link Context}. Every refusal is a {@link
 * ConfigurationException} that names the component, the key, the value and what is allowed. A key
 * counts as known once it has been asked for; {@link #refuseUnknown} then refuses the rest.
 */
public final class Settings {
  private static final List<String> FLUME_KEYS = List.of("type", "channel", "channels");
  private static final List<String> FLUME_GROUPS = List.of("selector.", "interceptors");

  private final String component;
  private final Map<String, String> values;
  private final TreeSet<String> known = new TreeSet<>();

  private Settings(String component, Map<String, String> values) {
    this.component = component;
    this.values = values;
  }

  /** The settings of the component of that name, e.g. {@code source quotes}. */
  public static Settings of(String component, Context context) {
    return of(component, context.getParameters());
  }

  /** The same over a plain map, e.g. a properties file. */
  public static Settings of(String component, Map<String, String> values) {
    return new Settings(component, new TreeMap<>(values));
  }

  /** The component's name, as messages begin. */
  public String component() {
    return component;
  }

  /** A text that must be there. */
  public String text(String key) {
    String value = find(key);
    if (value == null) {
      throw new ConfigurationException(component + ": " + key + " is missing: set it");
    }
    return value;
  }

  public String text(String key, String otherwise) {
    String value = find(key);
    return value == null ? otherwise : value;
  }

  public int integer(String key, int otherwise, int least, int most) {
    return (int) number(key, otherwise, least, most);
  }

  public long number(String key, long otherwise, long least, long most) {
    String value = find(key);
    if (value == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, value, "a whole number from " + least + " to " + most, e);
    }
    throw wrong(key, value, "a whole number from " + least + " to " + most, null);
  }

  public boolean flag(String key, boolean otherwise) {
    String value = find(key);
    if (value == null) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, value, "true or false", null);
    };
  }

  /** A duration such as {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}; a bare number is ms. */
  public Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    String value = find(key);
    if (value == null) {
      return otherwise;
    }
    String allowed =
        "a duration such as 500ms, 5s or 2m, from "
            + DurationText.print(least)
            + " to "
            + DurationText.print(most);
    try {
      Duration duration = DurationText.parse(value);
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(key, value, allowed, e);
    }
    throw wrong(key, value, allowed, null);
  }

  /** One of the constants of an enum, written in any case. */
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    String value = find(key);
    if (value == null) {
      return otherwise;
    }
    E[] constants = otherwise.getDeclaringClass().getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> wrong(key, value, "one of " + lowerCase(constants), null));
  }

  /** A list separated by commas or blanks, without empty members. */
  public List<String> list(String key, List<String> otherwise) {
    String value = find(key);
    if (value == null) {
      return otherwise;
    }
    return Arrays.stream(value.split("[,\\s]+")).filter(item -> !item.isEmpty()).toList();
  }

  /** The settings below a prefix such as {@code apiKey.}, keyed by what follows it. */
  public Map<String, String> group(String prefix) {
    Map<String, String> group = new TreeMap<>();
    for (String key : values.keySet()) {
      if (key.startsWith(prefix)) {
        group.put(key.substring(prefix.length()), find(key));
      }
    }
    return group;
  }

  /** A refusal of the value of a key, for checks that only the component can make. */
  public ConfigurationException wrong(String key, String value, String allowed, Throwable cause) {
    return new ConfigurationException(
        component + ": " + key + " = '" + value + "' is not allowed: give " + allowed, cause);
  }

  /**
   * Refuses every key that nobody has asked for and that is not Flume's own; its value is not
   * shown, because it may be a mistyped secret.
   */
  public void refuseUnknown() {
    for (String key : values.keySet()) {
      if (!known.contains(key) && !isFlumes(key)) {
        throw new ConfigurationException(
            component + ": the key " + key + " is unknown: " + NearestName.hint(key, known));
      }
    }
  }

  private static boolean isFlumes(String key) {
    return FLUME_KEYS.contains(key) || FLUME_GROUPS.stream().anyMatch(key::startsWith);
  }

  private String find(String key) {
    known.add(key);
    String value = values.get(key);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.contains("${")) {
      throw new ConfigurationException(
          component
              + ": "
              + key
              + " still holds a placeholder that nothing resolved: add the secret to"
              + " credentials.json, or set the variable that it names");
    }
    return value.strip();
  }

  private static <E extends Enum<E>> String lowerCase(E[] constants) {
    return String.join(
        ", ", Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
  }
}
