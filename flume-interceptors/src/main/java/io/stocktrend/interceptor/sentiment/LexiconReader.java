package io.stocktrend.interceptor.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads lexicon files: sections {@code [kind weight]} with terms parted by commas or lines. In a
 * term {@code a|b} are alternatives, {@code a?} may be absent, {@code a~} stands for its
 * inflections ({@code a~~} with its last letter doubled), {@code <n>} for a number, {@code <t>} for
 * a cashtag, {@code <%>} for a percentage, {@code *} for up to four words, {@code ^} for the
 * beginning of the text; {@code #} begins a comment.
 */
final class LexiconReader {
  private static final double MOST = 5;

  private final Lexicon lexicon;
  private final String source;
  private Term section;
  private int line;

  private LexiconReader(Lexicon lexicon, String source) {
    this.lexicon = lexicon;
    this.source = source;
  }

  /**
   * Adds the terms of a file; one that the lexicon has already gets the new meaning.
   *
   * @throws IllegalArgumentException naming file, line and what is allowed
   */
  static void read(Lexicon lexicon, String source, BufferedReader text) {
    LexiconReader reader = new LexiconReader(lexicon, source);
    try {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        reader.line++;
        reader.line(line.replaceFirst("#.*", "").strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String content) {
    if (content.startsWith("[")) {
      section = section(content);
      return;
    }
    for (String term : content.split(",", -1)) {
      if (!term.isBlank()) {
        term(term.strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  private Term section(String header) {
    String[] words = header.replaceFirst("]$", "").substring(1).strip().split("\\s+", -1);
    Term.Kind kind =
        Arrays.stream(Term.Kind.values())
            .filter(known -> known.name().equalsIgnoreCase(words[0]))
            .findFirst()
            .orElseThrow(() -> wrong(header, "[kind weight] with a kind of " + kinds()));
    try {
      double weight = words.length > 1 ? Double.parseDouble(words[1]) : 1;
      if (header.endsWith("]") && words.length <= 2 && weight >= 0 && weight <= MOST) {
        return new Term(kind, weight);
      }
    } catch (NumberFormatException e) {
      throw wrong(header, "[kind weight] with a weight from 0 to 5");
    }
    throw wrong(header, "[kind weight] with a weight from 0 to 5");
  }

  private void term(String text) {
    if (section == null) {
      throw wrong(text, "a section such as [positive 1] before the first term");
    }
    Term meaning = section.kind() == Term.Kind.NONE ? null : section;
    for (String phrase : expand(text)) {
      lexicon.put(phrase, meaning);
    }
  }

  private List<String> expand(String text) {
    List<String> phrases = List.of("");
    for (String slot : text.split("\\s+", -1)) {
      boolean optional = slot.endsWith("?");
      String words = optional ? slot.substring(0, slot.length() - 1) : slot;
      List<String> longer = new ArrayList<>(optional ? phrases : List.of());
      for (String word : words.split("\\|", -1)) {
        for (String form : Inflection.forms(word)) {
          phrases.forEach(phrase -> longer.add(phrase.isEmpty() ? form : phrase + ' ' + form));
        }
      }
      phrases = longer;
    }
    if (phrases.contains("")) {
      throw wrong(text, "a term of at least one word");
    }
    return phrases;
  }

  private static String kinds() {
    return Arrays.toString(Term.Kind.values()).toLowerCase(Locale.ROOT);
  }

  private IllegalArgumentException wrong(String text, String allowed) {
    return new IllegalArgumentException(
        source + ", line " + line + ": '" + text + "' is not allowed: give " + allowed);
  }
}
