package io.stocktrend.interceptor.sentiment;

import java.util.ArrayList;
import java.util.List;

/** One text being read: its items, the clauses that they stand in, and the evidence so far. */
final class Reading {
  private static final int VERB_REACH = 6;
  private static final int WORD_REACH = 3;
  private static final double NOT_GOOD = -0.9;
  private static final double NOT_BAD = -0.6;

  private final List<Item> items;
  private final double[] factors;
  private final boolean[] used;
  private final double[] weights;

  Reading(List<Item> items) {
    this.items = items;
    this.factors = factors(items);
    this.used = new boolean[items.size()];
    this.weights = new double[items.size()];
  }

  int size() {
    return items.size();
  }

  Item item(int index) {
    return items.get(index);
  }

  /** Whether an item can lie between two words that belong together. */
  boolean joins(int index) {
    Item item = items.get(index);
    return !item.is(Term.Kind.CLAUSE) && !item.token().isStop();
  }

  /** Marks an item as part of another's evidence, so that it does not count by itself. */
  void use(int index) {
    used[index] = true;
  }

  boolean isUsed(int index) {
    return used[index];
  }

  /** Counts evidence at an item, in the strength of its clause and turned by a negation. */
  void count(int index, double weight) {
    double turned = !isNegated(index) ? 1 : weight > 0 ? NOT_GOOD : NOT_BAD;
    weights[index] += weight * factors[index] * turned;
  }

  boolean hasCounted(int from, int to) {
    for (int at = Math.max(from, 0); at < Math.min(to, size()); at++) {
      if (weights[at] != 0) {
        return true;
      }
    }
    return false;
  }

  double total() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /** What counted, each weighed by the factor of the whole text. */
  List<Evidence> evidence(double frame) {
    List<Evidence> evidence = new ArrayList<>();
    for (int at = 0; at < weights.length; at++) {
      if (weights[at] * frame != 0) {
        evidence.add(new Evidence(items.get(at).words(), weights[at] * frame));
      }
    }
    return evidence;
  }

  private boolean isNegated(int index) {
    int reach = items.get(index).isDirection() ? VERB_REACH : WORD_REACH;
    for (int at = index - 1; at >= Math.max(0, index - reach); at--) {
      if (items.get(at).is(Term.Kind.NOT)) {
        return true;
      }
      if (!joins(at) || items.get(at).token().isComma()) {
        return false;
      }
    }
    return false;
  }

  /** A clause lasts to the next one or to a stop; one that begins a sentence, to its comma. */
  private static double[] factors(List<Item> items) {
    double[] factors = new double[items.size()];
    double factor = 1;
    boolean atStart = true;
    boolean leading = false;
    for (int at = 0; at < factors.length; at++) {
      Item item = items.get(at);
      if (item.is(Term.Kind.CLAUSE)) {
        factor = item.term().weight();
        leading = atStart;
      } else if (item.token().isStop() || (leading && item.token().isComma())) {
        factor = 1;
      }
      atStart = item.token().isStop();
      factors[at] = factor;
    }
    return factors;
  }
}
