package io.stocktrend.client.report;

/** How much of the data goes into one page, so that it stays below 5 MB; each cuts the oldest. */
final class Limits {
  /** Bars of all symbols together, of some 140 bytes each. */
  private static final int BARS = 13_000;

  /** About two years. */
  private static final int SESSIONS = 520;

  /** With so many symbols there are 65 sessions left for each. */
  static final int SYMBOLS = 200;

  /** Stories of all symbols together, and of one. */
  private static final int STORIES = 1_000;

  private static final int STORIES_OF_A_SYMBOL = 60;

  static final int HEADLINE = 160;
  static final int NAME = 40;
  static final int ADDRESS = 250;

  /** Points of one macroeconomic series, and series. */
  static final int OBSERVATIONS = 250;

  static final int SERIES = 60;

  static final int EVENTS = 600;

  /** Days of the freshness chart, and of yield curves. */
  static final int FRESHNESS_DAYS = 60;

  static final int CURVE_DAYS = 400;

  private Limits() {}

  static int sessions(int symbols) {
    return Math.min(SESSIONS, BARS / Math.max(1, symbols));
  }

  static int stories(int symbols) {
    return Math.min(STORIES_OF_A_SYMBOL, STORIES / Math.max(1, symbols));
  }

  /** The text, cut where it is longer than that. */
  static String cut(String text, int length) {
    if (text == null || text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
