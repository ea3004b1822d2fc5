package io.stocktrend.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flume.conf.ConfigurationException;

/**
 * The secrets of {@code credentials.json}, by provider and name: {@code {"finnhub": {"apiKey":
 * "…"}}}. The file is read only if it is this user's and nobody else may read or write it. No
 * message shows a value.
 */
final class Credentials {
  /** Environment variable that names the file; without it, it is conf/credentials.json. */
  static final String VARIABLE = "STOCKTREND_CREDENTIALS";

  private static final String DEFAULT_FILE = "conf/credentials.json";
  private static final String FORM = ": give {\"finnhub\": {\"apiKey\": \"…\"}, …}";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, String> values;

  private Credentials(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the file that the environment names, else conf/credentials.json, which may be missing.
   *
   * @throws ConfigurationException if a named file is missing, another user's or open to others, or
   *     it is no such JSON
   */
  static Credentials load(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    Path file = named.isEmpty() ? ConfigFile.find(DEFAULT_FILE) : Path.of(named);
    if (named.isEmpty() && !Files.exists(file)) {
      return new Credentials(Map.of());
    }
    try {
      refuseOpen(file);
      return new Credentials(parse(file, Files.readString(file)));
    } catch (IOException e) {
      throw new ConfigurationException(
          "the credentials file "
              + file
              + " cannot be read: make it, or point "
              + VARIABLE
              + " to it",
          e);
    }
  }

  /** The secret by its name in agent files: provider, underscore, name. */
  Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  private static void refuseOpen(Path file) throws IOException {
    Optional<String> complaint = SecretFile.complaint(file);
    if (complaint.isPresent()) {
      throw new ConfigurationException("the credentials file " + file + " " + complaint.get());
    }
  }

  private static Map<String, String> parse(Path file, String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json.replace(BYTE_ORDER_MARK, ""));
    } catch (JsonProcessingException e) {
      // The parser's message quotes the text, which holds secrets: only the place is passed on.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ConfigurationException(
          "the credentials file " + file + " is not JSON at line " + line + FORM);
    }
    if (!root.isObject()) {
      throw new ConfigurationException("the credentials file " + file + " is no object" + FORM);
    }
    Map<String, String> values = new TreeMap<>();
    for (var provider : iterable(root.fields())) {
      if (!provider.getValue().isObject()) {
        throw new ConfigurationException(
            "the credentials file " + file + " has no object in " + provider.getKey() + FORM);
      }
      for (var secret : iterable(provider.getValue().fields())) {
        String value = secret.getValue().isNull() ? "" : secret.getValue().asText();
        values.put(provider.getKey() + '_' + secret.getKey(), value.strip());
      }
    }
    return values;
  }

  private static <T> Iterable<T> iterable(Iterator<T> iterator) {
    return () -> iterator;
  }
}
