package io.stocktrend.interceptor.sentiment;

/**
 * Two figures of one noun: {@code EPS 1.04 vs 0.95}, {@code a loss of 3 mn compared to a profit of
 * 2 mn}. Where a word says which way it went, that word has counted already.
 */
final class ComparisonRule {
  private static final double WEIGHT = 1;
  private static final int REACH = 10;
  private static final int NOWHERE = -1;

  private final Reading reading;

  ComparisonRule(Reading reading) {
    this.reading = reading;
  }

  void apply(int versus) {
    int second = numberBehind(versus);
    int first = numberBefore(versus, second);
    int metric = subjectBefore(first == NOWHERE ? versus : first);
    if (metric == NOWHERE || reading.hasCounted(metric, versus + 1)) {
      return;
    }
    int side = reading.item(metric).subjectSide();
    int other = subjectBehind(versus);
    if (other != NOWHERE && reading.item(other).subjectSide() == -side) {
      reading.use(metric);
      reading.use(other);
      reading.count(versus, side * WEIGHT);
    } else if (first != NOWHERE && value(first) != value(second)) {
      reading.use(metric);
      reading.count(versus, side * WEIGHT * Math.signum(value(first) - value(second)));
    }
  }

  private double value(int index) {
    Token token = reading.item(index).token();
    return token.sign() < 0 ? -token.value() : token.value();
  }

  /** The nearest figure before it that is a percentage if and only if the other one is. */
  private int numberBefore(int index, int other) {
    for (int at = index - 1; at >= Math.max(0, index - REACH) && within(at); at--) {
      if (other != NOWHERE && isFigure(at) && isPercent(at) == isPercent(other)) {
        return at;
      }
    }
    return NOWHERE;
  }

  private boolean isPercent(int index) {
    return reading.item(index).token().percent();
  }

  private int numberBehind(int index) {
    for (int at = index + 1; at <= Math.min(index + 6, reading.size() - 1) && within(at); at++) {
      if (isFigure(at)) {
        return at;
      }
    }
    return NOWHERE;
  }

  private int subjectBefore(int index) {
    for (int at = index - 1; at >= Math.max(0, index - REACH) && within(at); at--) {
      if (reading.item(at).isSubject()) {
        return at;
      }
    }
    return NOWHERE;
  }

  private int subjectBehind(int index) {
    for (int at = index + 1; at <= Math.min(index + 4, reading.size() - 1) && within(at); at++) {
      if (reading.item(at).isSubject()) {
        return at;
      }
    }
    return NOWHERE;
  }

  private boolean within(int index) {
    String words = reading.item(index).words();
    return reading.joins(index) || words.equals("(") || words.equals(")") || words.equals(";");
  }

  /** A number that is no year. */
  private boolean isFigure(int index) {
    Token token = reading.item(index).token();
    return token.isNumber()
        && !(token.text().length() == 4 && token.value() >= 1990 && token.value() <= 2039);
  }
}
