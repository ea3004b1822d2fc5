package io.stocktrend.source;

import io.stocktrend.record.ConfigFile;
import io.stocktrend.record.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Reads the keys {@code symbols} (a list, or {@code @file}) and {@code shard} ({@code 2/4}). */
final class SymbolList {
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9.^=-]{0,19}");
  private static final Pattern SHARD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SymbolList() {}

  /** The symbols to ask for, each once, in the order given. */
  static List<String> read(Settings settings, List<String> otherwise) {
    List<String> given = settings.list("symbols", otherwise);
    List<String> symbols = isFile(given) ? fromFile(settings, given.get(0).substring(1)) : given;
    if (symbols.isEmpty()) {
      throw settings.wrong("symbols", String.join(",", given), "at least one symbol", null);
    }
    for (String symbol : symbols) {
      if (!SYMBOL.matcher(symbol).matches()) {
        throw settings.wrong("symbols", symbol, "ticker symbols such as AAPL or BRK.B", null);
      }
    }
    List<String> each =
        symbols.stream().map(symbol -> symbol.toUpperCase(Locale.ROOT)).distinct().toList();
    return shard(settings, each);
  }

  private static boolean isFile(List<String> given) {
    return given.size() == 1 && given.get(0).startsWith("@");
  }

  private static List<String> fromFile(Settings settings, String name) {
    Path file = ConfigFile.find(name);
    try {
      return Files.readString(file)
          .replace(BYTE_ORDER_MARK, "")
          .lines()
          .map(line -> line.split("[#,]", 2)[0].strip())
          .filter(line -> !line.isEmpty() && !line.equals("symbol"))
          .toList();
    } catch (IOException e) {
      throw settings.wrong(
          "symbols", "@" + name, "a readable file with one symbol a line (" + e + ")", e);
    }
  }

  /** The part of the universe that is this agent's: stable, whatever else is in the list. */
  private static List<String> shard(Settings settings, List<String> symbols) {
    String text = settings.text("shard", "1/1");
    Matcher matcher = SHARD.matcher(text);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int count = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (number < 1 || number > count) {
      throw settings.wrong("shard", text, "a part of the symbols such as 2/4", null);
    }
    List<String> part =
        symbols.stream().filter(symbol -> bucket(symbol, count) == number - 1).toList();
    if (part.isEmpty()) {
      String allowed =
          "a part that has one of the symbols (" + symbols.size() + "), or fewer parts";
      throw settings.wrong("shard", text, allowed, null);
    }
    return part;
  }

  private static long bucket(String symbol, int count) {
    CRC32 crc = new CRC32();
    symbol.chars().forEach(crc::update);
    return crc.getValue() % count;
  }
}
