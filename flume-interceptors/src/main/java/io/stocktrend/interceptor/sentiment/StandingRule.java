package io.stocktrend.interceptor.sentiment;

/** What counts by itself: comparisons, signed percentages, and good and bad words left over. */
final class StandingRule {
  private static final double SIGNED_PERCENT = 0.8;

  private final Reading reading;

  StandingRule(Reading reading) {
    this.reading = reading;
  }

  void apply() {
    ComparisonRule comparison = new ComparisonRule(reading);
    for (int at = 0; at < reading.size(); at++) {
      if (reading.item(at).is(Term.Kind.VERSUS)) {
        comparison.apply(at);
      }
    }
    for (int at = 0; at < reading.size(); at++) {
      standing(at);
    }
  }

  private void standing(int index) {
    Item item = reading.item(index);
    if (item.term() == null) {
      signedPercent(index);
    } else if (!item.isDirection() && !reading.isUsed(index)) {
      double weight = item.term().side() * item.term().weight();
      if (weight != 0) {
        reading.count(index, weight);
      }
    }
  }

  private void signedPercent(int index) {
    Token token = reading.item(index).token();
    if (token.percent() && token.sign() != 0 && !reading.hasCounted(index - 2, index)) {
      int side = index > 0 && reading.item(index - 1).subjectSide() < 0 ? -1 : 1;
      reading.count(index, side * token.sign() * SIGNED_PERCENT);
    }
  }
}
