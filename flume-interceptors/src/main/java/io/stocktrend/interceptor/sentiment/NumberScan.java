package io.stocktrend.interceptor.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a number with its sign, currency sign, thousands separators, percent sign and the million
 * or billion behind it; what only begins like a number, as {@code 5G} or {@code 3rd}, is a word.
 */
final class NumberScan {
  private static final String CURRENCIES = "$€£¥₹";
  private static final Map<String, Double> SCALES =
      Map.ofEntries(
          Map.entry("cent", 1e-2),
          Map.entry("cents", 1e-2),
          Map.entry("k", 1e3),
          Map.entry("thousand", 1e3),
          Map.entry("lakh", 1e5),
          Map.entry("m", 1e6),
          Map.entry("mn", 1e6),
          Map.entry("mln", 1e6),
          Map.entry("mm", 1e6),
          Map.entry("million", 1e6),
          Map.entry("crore", 1e7),
          Map.entry("b", 1e9),
          Map.entry("bn", 1e9),
          Map.entry("bln", 1e9),
          Map.entry("billion", 1e9),
          Map.entry("tn", 1e12),
          Map.entry("trillion", 1e12));
  private static final Set<String> PERCENTS = Set.of("pct", "percent", "pc", "percentage");

  private final String text;
  private int at;

  private NumberScan(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Whether a number begins there: a digit, or a sign or currency sign before one. */
  static boolean startsAt(String text, int at) {
    char c = text.charAt(at);
    if (isDigit(c)) {
      return true;
    }
    if (isSign(c)) {
      boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      return free && digitAfterCurrency(text, at + 1);
    }
    boolean money = CURRENCIES.indexOf(c) >= 0 || c == '.';
    return money && at + 1 < text.length() && isDigit(text.charAt(at + 1));
  }

  /** Adds the token and returns where it ends. */
  static int read(String text, int start, List<Token> tokens) {
    NumberScan scan = new NumberScan(text, start);
    tokens.add(scan.token());
    return scan.at;
  }

  private Token token() {
    int start = at;
    int sign = isSign(text.charAt(at)) ? (text.charAt(at) == '+' ? 1 : -1) : 0;
    while (!isDigit(text.charAt(at)) && text.charAt(at) != '.') {
      at++;
    }
    double value = digits();
    String suffix = letters(at);
    if (!suffix.isEmpty() && !SCALES.containsKey(suffix) && !PERCENTS.contains(suffix)) {
      at += suffix.length();
      return Token.word(text.substring(start, at).toLowerCase(Locale.ROOT));
    }
    double scale = scale(suffix.isEmpty() ? at + blank() : at);
    return new Token(Token.Type.NUMBER, text.substring(start, at), value * scale, percent(), sign);
  }

  private double digits() {
    StringBuilder digits = new StringBuilder();
    boolean point = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean inside = isDigit(c) || (at + 1 < text.length() && isDigit(text.charAt(at + 1)));
      if (!inside || !(isDigit(c) || c == ',' || (c == '.' && !point))) {
        break;
      }
      point |= c == '.';
      if (c != ',') {
        digits.append(c);
      }
    }
    return Double.parseDouble(digits.toString());
  }

  private double scale(int from) {
    String word = letters(from);
    Double scale = SCALES.get(word);
    if (scale == null) {
      return 1;
    }
    at = from + word.length();
    return scale;
  }

  private boolean percent() {
    int from = at + blank();
    if (from < text.length() && text.charAt(from) == '%') {
      at = from + 1;
      return true;
    }
    String word = letters(from);
    boolean split = word.equals("per") && text.regionMatches(true, from + 3, " cent", 0, 5);
    if (split || PERCENTS.contains(word)) {
      at = from + (split ? 8 : word.length());
      return true;
    }
    return false;
  }

  private int blank() {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-') ? 1 : 0;
  }

  private String letters(int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(from, end), end).toLowerCase(Locale.ROOT);
  }

  private static boolean digitAfterCurrency(String text, int at) {
    int index = at < text.length() && CURRENCIES.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    return index < text.length() && isDigit(text.charAt(index));
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-' || c == '−';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
