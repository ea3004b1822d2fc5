package io.stocktrend.source.provider.yahoo;

import java.util.regex.Pattern;

/** Yahoo's spelling of symbols: a share class after a dash, {@code BRK.B} being {@code BRK-B}. */
final class YahooSymbol {
  private static final Pattern SHARE_CLASS = Pattern.compile("([A-Z]+)\\.([ABC])");

  private YahooSymbol() {}

  static String of(String symbol) {
    return SHARE_CLASS.matcher(symbol).replaceFirst("$1-$2");
  }
}
