package io.stocktrend.client.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** A number of sessions, written as {@code 5d}. */
record Horizon(int sessions) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2})d");

  static Horizon of(String text) {
    var matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'%s' is no horizon: write sessions, e.g. 1d or 5d".formatted(text));
    }
    return new Horizon(Integer.parseInt(matcher.group(1)));
  }
}
