package io.stocktrend.interceptor.sentiment;

import java.util.List;

/** The regular forms of English verbs and nouns. */
final class Inflection {
  private Inflection() {}

  /** The word itself, or for {@code word~} and {@code word~~} also -s, -ed and -ing. */
  static List<String> forms(String word) {
    if (!word.endsWith("~")) {
      return List.of(word);
    }
    boolean doubled = word.endsWith("~~");
    String base = word.substring(0, word.length() - (doubled ? 2 : 1));
    if (doubled) {
      String stem = base + base.charAt(base.length() - 1);
      return List.of(base, base + 's', stem + "ed", stem + "ing");
    }
    if (base.endsWith("e")) {
      String stem = base.substring(0, base.length() - 1);
      return List.of(base, base + 's', stem + "ed", stem + "ing");
    }
    if (base.endsWith("y") && !endsWithVowel(base.substring(0, base.length() - 1))) {
      String stem = base.substring(0, base.length() - 1);
      return List.of(base, stem + "ies", stem + "ied", base + "ing");
    }
    return List.of(base, base + (hisses(base) ? "es" : "s"), base + "ed", base + "ing");
  }

  private static boolean endsWithVowel(String text) {
    return !text.isEmpty() && "aeiou".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean hisses(String word) {
    return word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
  }
}
