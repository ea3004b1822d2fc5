package io.stocktrend.interceptor.sentiment;

/**
 * A word in lower case, a cashtag, a number, or a break (`,` `.` `?` and the like).
 *
 * @param value of a number, scaled by the million or billion behind it
 * @param percent whether a number is a percentage
 * @param sign -1 or 1 if a number has a sign, else 0
 */
record Token(Type type, String text, double value, boolean percent, int sign) {
  enum Type {
    WORD,
    TICKER,
    NUMBER,
    BREAK
  }

  static Token word(String text) {
    return new Token(Type.WORD, text, 0, false, 0);
  }

  static Token ticker(String text) {
    return new Token(Type.TICKER, text, 0, false, 0);
  }

  static Token pause(String mark) {
    return new Token(Type.BREAK, mark, 0, false, 0);
  }

  boolean isNumber() {
    return type == Type.NUMBER;
  }

  boolean isComma() {
    return type == Type.BREAK && text.equals(",");
  }

  /** Ends what words around it have to do with each other. */
  boolean isStop() {
    return type == Type.BREAK && !text.equals(",");
  }

  /** How a phrase of the lexicon writes it. */
  String pattern() {
    return switch (type) {
      case NUMBER -> percent ? "<%>" : "<n>";
      case TICKER -> "<t>";
      default -> text;
    };
  }
}
