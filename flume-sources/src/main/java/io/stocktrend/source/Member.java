package io.stocktrend.source;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A symbol of a universe and when it belongs to it.
 *
 * @param from the first day
 * @param to the last day
 */
record Member(String symbol, LocalDate from, LocalDate to) {
  static final String ALLOWED_SYMBOLS = "ticker symbols such as AAPL or BRK.B";

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9.^=-]{0,19}");

  /**
   * @throws IllegalArgumentException whose message is the symbol, if it is none
   */
  Member {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(symbol);
    }
    symbol = symbol.toUpperCase(Locale.ROOT);
  }

  static Member always(String symbol) {
    return new Member(symbol, LocalDate.MIN, LocalDate.MAX);
  }

  boolean isOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
