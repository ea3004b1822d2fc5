package io.stocktrend.source.provider.federalreserve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The target range of the federal funds rate that a statement decides on, in percent. A statement
 * may name a second one further down, which dissenting members preferred.
 */
record TargetRange(double lower, double upper) {
  private static final String NUMBER = "(\\d+-\\d/\\d|\\d+ \\d/\\d|\\d/\\d|\\d+(?:\\.\\d+)?)";
  private static final String RANGE = NUMBER + "(?: percent)? to " + NUMBER + " percent";
  private static final Pattern DECISION =
      Pattern.compile(
          "target range for the federal funds rate"
              + "(?: by "
              + NUMBER
              + " (?:of a )?percentage points?,?)? (?:at|to|of) "
              + RANGE);
  private static final Pattern DIRECTIVE = Pattern.compile("target range of " + RANGE);
  private static final double HIGHEST = 30;

  /** The first range that the text decides on. */
  static Optional<TargetRange> find(String statement) {
    String text = plain(statement);
    Matcher decision = DECISION.matcher(text);
    if (decision.find()) {
      return of(decision.group(2), decision.group(3));
    }
    Matcher directive = DIRECTIVE.matcher(text);
    return directive.find() ? of(directive.group(1), directive.group(2)) : Optional.empty();
  }

  private static Optional<TargetRange> of(String lower, String upper) {
    TargetRange range = new TargetRange(number(lower), number(upper));
    boolean isRange = range.lower < range.upper && range.upper < HIGHEST;
    return isRange ? Optional.of(range) : Optional.empty();
  }

  /** {@code 4-1/4} is four and a quarter, {@code 1/4} a quarter. */
  private static double number(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Double.parseDouble(text);
    }
    double fraction = (double) digit(text.charAt(slash - 1)) / digit(text.charAt(slash + 1));
    return slash == 1 ? fraction : Integer.parseInt(text.substring(0, slash - 2)) + fraction;
  }

  private static int digit(char digit) {
    return Character.digit(digit, 10);
  }

  /** One kind of blank, hyphen and fraction: the pages mix several. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\u00A0\u202F]+", " ")
        .replaceAll("[\u2010-\u2015\u2212]", "-")
        .replaceAll("(?<=\\d)-?\u00BC", "-1/4")
        .replaceAll("(?<=\\d)-?\u00BD", "-1/2")
        .replaceAll("(?<=\\d)-?\u00BE", "-3/4")
        .replace("\u00BC", "1/4")
        .replace("\u00BD", "1/2")
        .replace("\u00BE", "3/4");
  }
}
