package io.stocktrend.interceptor;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The lines of the agent file that the docs give, so that what is tested is what is told. */
final class DocumentedWiring {
  static final Path PAGE = Path.of("../docs/interceptors.md");

  private DocumentedWiring() {}

  /** What the page sets below that prefix. */
  static Map<String, String> below(String prefix) throws IOException {
    Properties lines = new Properties();
    for (String block : Files.readString(PAGE).split("```properties", -1)) {
      lines.load(new StringReader(block.split("```", 2)[0].replaceAll("(?m)^(?!raw\\.).*$", "")));
    }
    Map<String, String> settings = new HashMap<>();
    for (String key : lines.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        settings.put(key.substring(prefix.length()), lines.getProperty(key));
      }
    }
    return settings;
  }
}
