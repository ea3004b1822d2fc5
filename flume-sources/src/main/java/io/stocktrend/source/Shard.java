package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The part of a universe that is this agent's: stable, whatever else is in the list. */
record Shard(String text, int number, int count) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** The key {@code shard}, such as {@code 2/4}. */
  static Shard read(Settings settings) {
    String text = settings.text("shard", "1/1");
    Matcher matcher = FORM.matcher(text);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int count = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (number < 1 || number > count) {
      throw settings.wrong("shard", text, "a part of the symbols such as 2/4", null);
    }
    return new Shard(text, number, count);
  }

  /** Its symbols among these. */
  List<String> of(List<String> symbols) {
    return symbols.stream().filter(symbol -> bucket(symbol) == number - 1).toList();
  }

  void refuseEmpty(Settings settings, List<String> symbols) {
    if (of(symbols).isEmpty()) {
      String allowed =
          "a part that has one of the symbols (" + symbols.size() + "), or fewer parts";
      throw settings.wrong("shard", text, allowed, null);
    }
  }

  private long bucket(String symbol) {
    CRC32 crc = new CRC32();
    symbol.chars().forEach(crc::update);
    return crc.getValue() % count;
  }
}
