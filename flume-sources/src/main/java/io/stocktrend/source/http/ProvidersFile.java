package io.stocktrend.source.http;

import io.stocktrend.record.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.apache.flume.conf.ConfigurationException;

/** The limits and URLs of all providers: {@code providers.properties} over the defaults. */
public final class ProvidersFile {
  /** System property that names the file to read in place of every configured one. */
  public static final String PROPERTY = "stocktrend.providers";

  private static final Pattern USER = Pattern.compile("(?<=://)[^/@]*@");
  private static final int MOST_REQUESTS = 1_000_000;

  private final Map<String, ProviderSettings> settings = new TreeMap<>();
  private final Map<String, HttpUrl> urls = new TreeMap<>();

  private ProvidersFile(Settings values) {
    for (ProviderSettings limits : ProviderDefaults.LIMITS) {
      settings.put(limits.provider(), read(values, limits));
    }
    ProviderDefaults.URLS.forEach((key, url) -> urls.put(key, url(values, key, url)));
    values.refuseUnknown();
  }

  /**
   * Reads the file, or the one that {@value #PROPERTY} names.
   *
   * @throws ConfigurationException naming file, key, value and what is allowed
   */
  public static ProvidersFile load(Path configured) {
    String named = System.getProperty(PROPERTY);
    return named == null || named.isBlank()
        ? load("providersFile", configured)
        : load("-D" + PROPERTY, Path.of(named));
  }

  private static ProvidersFile load(String key, Path file) {
    return new ProvidersFile(Settings.of(file.toString(), properties(key, file)));
  }

  /** For a source without a file: the defaults, or the file that {@value #PROPERTY} names. */
  public static ProvidersFile none() {
    String named = System.getProperty(PROPERTY);
    return named == null || named.isBlank()
        ? new ProvidersFile(Settings.of("providers", Map.of()))
        : load(Path.of(named));
  }

  /** The limits of a provider. */
  public ProviderSettings settings(String provider) {
    return known(settings, provider);
  }

  /** The URL of a key such as {@code yahoo.baseUrl}; it is one that may be asked. */
  public HttpUrl url(String key) {
    return known(urls, key);
  }

  private static <T> T known(Map<String, T> values, String name) {
    T value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is none of " + values.keySet());
    }
    return value;
  }

  private static Map<String, String> properties(String key, Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          key + " = '" + file + "' cannot be read: give a readable properties file", e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return values;
  }

  private static ProviderSettings read(Settings values, ProviderSettings defaults) {
    String prefix = defaults.provider() + ".";
    return new ProviderSettings(
        defaults.provider(),
        perSecond(values, prefix + "requestsPerSecond", defaults.requestsPerSecond()),
        requests(values, prefix + "requestsPerMinute", defaults.requestsPerMinute()),
        requests(values, prefix + "requestsPerDay", defaults.requestsPerDay()),
        zone(values, prefix + "timeZone", defaults.timeZone()),
        values.duration(
            prefix + "timeout", defaults.timeout(), Duration.ofMillis(1), Duration.ofMinutes(10)),
        values.integer(prefix + "maxAttempts", defaults.maxAttempts(), 1, 20));
  }

  private static int requests(Settings values, String key, int otherwise) {
    return values.integer(key, otherwise, 0, MOST_REQUESTS);
  }

  private static double perSecond(Settings values, String key, double otherwise) {
    String value = values.text(key, null);
    if (value == null) {
      return otherwise;
    }
    String allowed = "a number from 0.001 to 1000, such as 0.5, or 0 for no limit";
    try {
      double number = Double.parseDouble(value);
      if (number == 0 || (number >= 0.001 && number <= 1000)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw values.wrong(key, value, allowed, e);
    }
    throw values.wrong(key, value, allowed, null);
  }

  private static ZoneId zone(Settings values, String key, ZoneId otherwise) {
    String value = values.text(key, null);
    try {
      return value == null ? otherwise : ZoneId.of(value);
    } catch (DateTimeException e) {
      throw values.wrong(key, value, "a time zone such as UTC or America/New_York", e);
    }
  }

  private static HttpUrl url(Settings values, String key, String otherwise) {
    String value = values.text(key, otherwise);
    HttpUrl url = HttpUrl.parse(value);
    boolean isPlain =
        url != null
            && url.query() == null
            && url.fragment() == null
            && url.username().isEmpty()
            && url.password().isEmpty();
    if (!isPlain || !SafeUrl.isAllowed(url)) {
      String shown = USER.matcher(new Redactor(List.of()).text(value)).replaceAll("***@");
      throw values.wrong(key, shown, SafeUrl.RULE + ", without user, query or fragment", null);
    }
    return url;
  }
}
