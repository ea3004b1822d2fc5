package io.stocktrend.interceptor.sentiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an engine makes of a text: a score from -1 (bad for the share) to 1 (good), its label, and
 * the pieces of evidence that decided, each with its weight, in the order of the text.
 */
public record Sentiment(double score, SentimentLabel label, List<Evidence> terms) {
  /** The sentiment of a text in which nothing decides. */
  public static final Sentiment NONE = new Sentiment(0, SentimentLabel.NEUTRAL, List.of());

  public Sentiment {
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("a score lies in [-1, 1], this is " + score);
    }
    terms = List.copyOf(terms);
  }

  /** For people: label, score, and what decided, the heaviest first. */
  public String explain() {
    String reasons =
        terms.stream()
            .sorted(Comparator.comparingDouble(term -> -Math.abs(term.weight())))
            .map(term -> String.format(Locale.ROOT, "%+.2f '%s'", term.weight(), term.words()))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%s %+.2f: ", label, score)
        + (reasons.isEmpty() ? "nothing decides" : reasons);
  }
}
