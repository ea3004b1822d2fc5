package io.stocktrend.source;

import java.time.Instant;

/**
 * How far a symbol has come, whoever answered.
 *
 * @param answered when its last round was done with it
 * @param last start of the last final bar that was emitted, null before the first
 */
record SymbolMark(Instant answered, Instant last) {
  private static final String NONE = "-";
  static final SymbolMark NEW = new SymbolMark(Instant.EPOCH, null);

  /** Whether a final bar of that start, or of a later one, was emitted. */
  boolean covers(Instant start) {
    return last != null && !start.isAfter(last);
  }

  /** The mark after an answer at that time, of which the last final bar may be newer. */
  SymbolMark next(Instant at, Instant lastOfAnswer) {
    boolean isNewer = lastOfAnswer != null && !covers(lastOfAnswer);
    return new SymbolMark(at, isNewer ? lastOfAnswer : last);
  }

  String print() {
    return answered + " " + (last == null ? NONE : last);
  }

  static SymbolMark parse(String text) {
    String[] parts = text.split(" ", -1);
    return new SymbolMark(
        Instant.parse(parts[0]), parts[1].equals(NONE) ? null : Instant.parse(parts[1]));
  }
}
