package io.stocktrend.interceptor.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text into tokens in one pass; addresses, mentions and quotation marks are left out. */
final class Tokenizer {
  private static final String STOPS = ".;:!?()[]|/…";

  private static final Set<String> ABBREVIATIONS =
      Set.of("inc", "corp", "co", "ltd", "vs", "mr", "mrs", "ms", "dr", "st", "jr", "no", "cos");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isLetter(c)) {
      word();
    } else if (NumberScan.startsAt(text, at)) {
      at = NumberScan.read(text, at, tokens);
    } else if (c == '$' && Character.isLetter(peek(1))) {
      ticker();
    } else if (c == '@') {
      skipToBlank();
    } else {
      mark(c);
    }
  }

  private void mark(char c) {
    if (c == ',') {
      tokens.add(Token.pause(","));
    } else if (STOPS.indexOf(c) >= 0 && !(c == '.' && isAbbreviation())) {
      tokens.add(Token.pause(String.valueOf(c)));
    } else if (isDash(c) && (isBlank(peek(-1)) || isDash(peek(1)) || c == '—')) {
      tokens.add(Token.pause("-"));
    } else if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
      tokens.add(Token.word(text.substring(at, at + 2)));
      at++;
    }
    at++;
  }

  private boolean isAbbreviation() {
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null
        && last.type() == Token.Type.WORD
        && (last.text().indexOf('.') > 0 || ABBREVIATIONS.contains(last.text()));
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWordPart(start)) {
      at++;
    }
    String word = text.substring(start, at).replace('’', '\'').toLowerCase(Locale.ROOT);
    boolean address = (word.equals("http") || word.equals("https")) && peek(0) == ':';
    if (address || word.startsWith("www.")) {
      skipToBlank();
    } else {
      tokens.add(Token.word(withoutPossessive(word)));
    }
  }

  private boolean isWordPart(int start) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean inside = Character.isLetterOrDigit(peek(1));
    return switch (c) {
      case '\'', '’', '&' -> inside;
      case '.' -> inside && (at - start == 1 || text.charAt(at - 2) == '.');
      default -> false;
    };
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private void ticker() {
    int start = at++;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    tokens.add(Token.ticker(text.substring(start, at).toLowerCase(Locale.ROOT)));
  }

  private void skipToBlank() {
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
  }

  private char peek(int distance) {
    int index = at + distance;
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }
}
