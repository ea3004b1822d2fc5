package io.stocktrend.interceptor;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the key {@code symbols}: a list, or {@code @file} with one symbol a line. Of a line with
 * commas the first column counts, so that the universe's own CSV file serves.
 */
final class SymbolSet {
  private static final String KEY = "symbols";
  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9^][A-Z0-9.^=-]{0,19}");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String CSV_HEADER = "symbol";

  private SymbolSet() {}

  /** The symbols in upper case; empty if the key is not set. */
  static Set<String> read(Settings settings) {
    List<String> given = settings.list(KEY, List.of());
    boolean isFile = given.size() == 1 && given.get(0).startsWith("@");
    Set<String> symbols = new HashSet<>();
    for (String name : isFile ? lines(settings, given.get(0).substring(1)) : given) {
      String symbol = name.toUpperCase(Locale.ROOT);
      if (!SYMBOL.matcher(symbol).matches()) {
        throw settings.wrong(KEY, name, "ticker symbols such as AAPL or BRK.B", null);
      }
      symbols.add(symbol);
    }
    String text = settings.text(KEY, "");
    if (symbols.isEmpty() && !text.isEmpty()) {
      throw settings.wrong(KEY, text, "at least one symbol, or a file that names one", null);
    }
    return Set.copyOf(symbols);
  }

  private static List<String> lines(Settings settings, String name) {
    try {
      return Files.readString(ConfigFile.find(name))
          .replace(BYTE_ORDER_MARK, "")
          .lines()
          .map(line -> line.split("[#,]", 2)[0].strip())
          .filter(symbol -> !symbol.isEmpty() && !symbol.equals(CSV_HEADER))
          .toList();
    } catch (IOException e) {
      throw settings.wrong(
          KEY, "@" + name, "a readable file with one symbol a line (" + e + ")", e);
    }
  }
}
