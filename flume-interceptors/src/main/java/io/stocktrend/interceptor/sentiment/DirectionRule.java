package io.stocktrend.interceptor.sentiment;

import java.util.Set;

/**
 * Rising and falling: {@code costs fell} is good, {@code cuts forecast} is bad. A direction looks
 * for the noun that it is about; what it finds no longer counts by itself.
 */
final class DirectionRule {
  private static final int OBJECT_REACH = 5;
  private static final int SUBJECT_REACH = 10;
  private static final int PERCENT_REACH = 3;
  private static final double ALONE = 0.5;
  private static final int NOWHERE = -1;
  private static final Set<String> PREPOSITIONS =
      Set.of("on", "by", "in", "to", "at", "for", "with", "from", "of", "over");

  private final Reading reading;

  DirectionRule(Reading reading) {
    this.reading = reading;
  }

  void apply(int index) {
    Item item = reading.item(index);
    if (reading.isUsed(index)) {
      return;
    }
    boolean transitive = item.is(Term.Kind.RAISE) || item.is(Term.Kind.LOWER);
    int target = transitive ? objectOrSubject(index) : subject(index);
    double weight = item.term().weight() * item.term().side();
    if (target != NOWHERE) {
      reading.use(target);
      reading.count(index, weight * side(reading.item(target)));
    } else if (hasPercent(index)) {
      reading.count(index, weight);
    } else if (!transitive) {
      reading.count(index, weight * ALONE);
    }
  }

  private static int side(Item target) {
    return target.isSubject() ? target.subjectSide() : target.term().side();
  }

  private int objectOrSubject(int index) {
    boolean passive = isPassive(reading.item(index).words());
    if (passive && isSubject(index - 1)) {
      return index - 1;
    }
    for (int at = index + 1; at <= Math.min(index + OBJECT_REACH, reading.size() - 1); at++) {
      Item item = reading.item(at);
      if (!reading.joins(at) || item.token().isComma()) {
        break;
      }
      boolean near = at <= index + 2 && isNews(at);
      if (item.isSubject() || (near && !isSubject(at + 1))) {
        return at;
      }
    }
    return passive ? before(index) : NOWHERE;
  }

  private static boolean isPassive(String words) {
    return words.endsWith("ed") || words.equals("cut") || words.endsWith("n");
  }

  /** Directly before, directly behind, behind "in" or "of", else the nearest before or behind. */
  private int subject(int index) {
    if (isSubject(index - 1) || isNewsNoun(index - 1)) {
      return index - 1;
    }
    if (isSubject(index + 1)) {
      return index + 1;
    }
    boolean inside = index + 1 < reading.size() && isIn(reading.item(index + 1));
    int behind = inside ? behind(index + 2) : behind(index + 1);
    if (behind != NOWHERE && (inside || isAdjective(reading.item(index).words()))) {
      return behind;
    }
    int before = before(index);
    return before == NOWHERE ? behind : before;
  }

  private static boolean isAdjective(String words) {
    return words.endsWith("er") || words.endsWith("ing");
  }

  private int behind(int from) {
    for (int at = from; at <= Math.min(from + 2, reading.size() - 1); at++) {
      Item item = reading.item(at);
      boolean parts = item.token().isNumber() || PREPOSITIONS.contains(item.words());
      if (!reading.joins(at) || item.token().isComma() || parts) {
        return NOWHERE;
      }
      if (item.isSubject()) {
        return at;
      }
    }
    return NOWHERE;
  }

  /** A comma is crossed only by what stands directly behind it: "sales were 5 mn, up from 4". */
  private int before(int index) {
    for (int at = index - 1; at >= Math.max(0, index - SUBJECT_REACH); at--) {
      boolean comma = reading.item(at).token().isComma();
      if (!reading.joins(at) || (comma && at < index - 1)) {
        return NOWHERE;
      }
      if (isSubject(at)) {
        return at;
      }
    }
    return NOWHERE;
  }

  private boolean isSubject(int index) {
    return index >= 0 && index < reading.size() && reading.item(index).isSubject();
  }

  private boolean isNewsNoun(int index) {
    return isNews(index) && !reading.item(index).isDirection();
  }

  /** Good or bad news can itself grow or fade: "trade worries ease". */
  private boolean isNews(int index) {
    if (index < 0 || reading.item(index).term() == null) {
      return false;
    }
    return switch (reading.item(index).term().kind()) {
      case POSITIVE, NEGATIVE, UP, DOWN -> true;
      default -> false;
    };
  }

  private static boolean isIn(Item item) {
    return item.words().equals("in") || item.words().equals("of");
  }

  private boolean hasPercent(int index) {
    for (int at = Math.max(index - 1, 0);
        at <= Math.min(index + PERCENT_REACH, reading.size() - 1);
        at++) {
      if (reading.item(at).token().percent()) {
        return true;
      }
    }
    return false;
  }
}
