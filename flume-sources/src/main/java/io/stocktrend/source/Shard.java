package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The part of a list that is this agent's: stable, whatever else is in the list.
 *
 * @param what the list holds, as it stands in messages
 */
record Shard(String what, String text, int number, int count) {
  /** All of it. */
  static final Shard WHOLE = new Shard("list", "1/1", 1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** The key {@code shard}, such as {@code 2/4}. */
  static Shard read(Settings settings, String what) {
    String text = settings.text("shard", "1/1");
    Matcher matcher = FORM.matcher(text);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int count = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (number < 1 || number > count) {
      throw settings.wrong("shard", text, "a part of the " + what + " such as 2/4", null);
    }
    return new Shard(what, text, number, count);
  }

  /** What is its own among these. */
  List<String> of(List<String> all) {
    return all.stream().filter(each -> bucket(each) == number - 1).toList();
  }

  void refuseEmpty(Settings settings, List<String> all) {
    if (of(all).isEmpty()) {
      String allowed =
          "a part that has one of the " + what + " (" + all.size() + "), or fewer parts";
      throw settings.wrong("shard", text, allowed, null);
    }
  }

  private long bucket(String item) {
    CRC32 crc = new CRC32();
    item.chars().forEach(crc::update);
    return crc.getValue() % count;
  }
}
