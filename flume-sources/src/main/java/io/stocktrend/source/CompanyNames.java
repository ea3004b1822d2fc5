package io.stocktrend.source;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of companies by symbol, from the file that {@code symbols} names, if it is a table with
 * the columns {@code symbol,name,…}; a name with a comma stands in quotes.
 */
final class CompanyNames {
  private static final String TABLE = ".csv";

  private CompanyNames() {}

  static Map<String, String> read(Settings settings, List<String> otherwise) {
    List<String> given = settings.list("symbols", otherwise);
    String file = given.size() == 1 && given.get(0).startsWith("@") ? given.get(0) : "";
    if (!file.endsWith(TABLE)) {
      return Map.of();
    }
    Map<String, String> names = new HashMap<>();
    try {
      Files.readString(ConfigFile.find(file.substring(1)))
          .lines()
          .forEach(line -> add(line, names));
    } catch (IOException e) {
      throw settings.wrong("symbols", file, "a readable table (" + e + ")", e);
    }
    return names;
  }

  private static void add(String line, Map<String, String> names) {
    int comma = line.indexOf(',');
    if (comma < 0) {
      return;
    }
    String rest = line.substring(comma + 1);
    boolean isQuoted = rest.startsWith("\"");
    String name = isQuoted ? rest.substring(1).split("\"(?!\")", 2)[0] : rest.split(",", 2)[0];
    names.put(line.substring(0, comma).strip(), name.replace("\"\"", "\"").strip());
  }
}
