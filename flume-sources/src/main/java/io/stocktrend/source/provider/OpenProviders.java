package io.stocktrend.source.provider;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.NearestName;
import io.stocktrend.record.Settings;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProvidersFile;
import io.stocktrend.source.http.Redactor;
import io.stocktrend.source.http.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of the providers that a source may ask, in the order of its key {@code providers}. A
 * provider without its key is left out with a warning.
 */
public final class OpenProviders<P> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenProviders.class);
  private static final String KEYS = "apiKey.";

  private final Map<String, P> byName = new LinkedHashMap<>();
  private final Map<String, ProviderClient> clients = new LinkedHashMap<>();
  private final Map<String, Integer> perDay = new LinkedHashMap<>();

  private OpenProviders() {}

  /**
   * Opens those that the settings name, else all.
   *
   * @param entries all that can be named, in the default order
   * @param stateDir where their spending is kept
   * @throws ConfigurationException if a name is unknown or no provider is left
   */
  public static <P> OpenProviders<P> open(
      Settings settings, List<ProviderEntry<P>> entries, Path stateDir, Timing timing) {
    List<ProviderEntry<P>> named = named(settings, entries);
    ProvidersFile file = providersFile(settings);
    Map<String, String> keys = keys(settings, entries);
    OpenProviders<P> open = new OpenProviders<>();
    List<String> keyless = new ArrayList<>();
    for (ProviderEntry<P> entry : named) {
      String key = keys.get(entry.name());
      if (entry.needsKey() && key == null) {
        keyless.add(entry.name());
      } else {
        open.add(entry, new Opening(file, key == null ? "" : key, stateDir, timing));
      }
    }
    report(settings, keyless, open.byName.isEmpty());
    return open;
  }

  private static <P> List<ProviderEntry<P>> named(
      Settings settings, List<ProviderEntry<P>> entries) {
    List<String> names = settings.list("providers", names(entries)).stream().distinct().toList();
    if (names.isEmpty()) {
      throw settings.wrong(
          "providers", settings.text("providers", ""), allowed(names(entries)), null);
    }
    return names.stream().map(name -> find(name, entries, settings)).toList();
  }

  /** The keys by provider. A mistyped provider is refused without its value, which is a secret. */
  private static <P> Map<String, String> keys(Settings settings, List<ProviderEntry<P>> entries) {
    Map<String, String> keys = settings.group(KEYS);
    List<String> known = names(entries).stream().map(KEYS::concat).toList();
    for (String name : keys.keySet()) {
      if (!known.contains(KEYS + name)) {
        throw new ConfigurationException(
            settings.component()
                + ": the key "
                + KEYS
                + name
                + " is unknown: "
                + NearestName.hint(KEYS + name, known));
      }
    }
    return keys;
  }

  private static <P> List<String> names(List<ProviderEntry<P>> entries) {
    return entries.stream().map(ProviderEntry::name).toList();
  }

  private static String allowed(List<String> known) {
    return "a list of " + String.join(", ", known);
  }

  private static ProvidersFile providersFile(Settings settings) {
    String file = settings.text("providersFile", "");
    return file.isEmpty() ? ProvidersFile.none() : ProvidersFile.load(ConfigFile.find(file));
  }

  private static <P> ProviderEntry<P> find(
      String name, List<ProviderEntry<P>> entries, Settings settings) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = names(entries);
              String hint = NearestName.hint(name, known);
              return settings.wrong("providers", name, allowed(known) + ": " + hint, null);
            });
  }

  private static void report(Settings settings, List<String> keyless, boolean noneLeft) {
    if (keyless.isEmpty()) {
      return;
    }
    String what =
        "no key for "
            + String.join(" and ", keyless)
            + ": put it into conf/credentials.json and name it in the agent file as apiKey."
            + keyless.get(0);
    if (noneLeft) {
      throw new ConfigurationException(
          settings.component() + ": no provider is left to ask; there is " + what);
    }
    LOG.warn("{} leaves providers out, the others serve; there is {}", settings.component(), what);
  }

  private void add(ProviderEntry<P> entry, Opening opening) {
    ProviderClient client =
        ProviderClient.open(
            opening.file.settings(entry.name()),
            opening.stateDir,
            new Redactor(opening.key.isEmpty() ? List.of() : List.of(opening.key)),
            opening.timing);
    clients.put(entry.name(), client);
    perDay.put(entry.name(), opening.file.settings(entry.name()).requestsPerDay());
    ProviderAccess access =
        new ProviderAccess(client, opening.file, opening.key, opening.timing.clock());
    byName.put(entry.name(), entry.create().apply(access));
  }

  /** Clients by provider name, in the order in which they are to be asked. */
  public Map<String, P> byName() {
    return byName;
  }

  /** What asks each provider, by its name. */
  public Map<String, ProviderClient> clients() {
    return Collections.unmodifiableMap(clients);
  }

  /** How many requests the limits of a provider allow in any 24 hours; 0 is no limit. */
  public int requestsPerDay(String provider) {
    return perDay.get(provider);
  }

  @Override
  public void close() {
    clients.values().forEach(ProviderClient::close);
  }

  private record Opening(ProvidersFile file, String key, Path stateDir, Timing timing) {}
}
