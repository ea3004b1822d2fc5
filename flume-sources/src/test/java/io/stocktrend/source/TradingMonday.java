package io.stocktrend.source;

/** The moments of a Monday in New York, in UTC. */
final class TradingMonday {
  /** 09:30 in New York. */
  static final String OPEN = "2026-11-02T14:30:00Z";

  /** 11:00:30 in New York. */
  static final String RUNNING = "2026-11-02T16:00:30Z";

  static final String AN_HOUR_LATER = "2026-11-02T17:00:30Z";

  /** An hour after the close, when its bar is settled. */
  static final String CLOSED = "2026-11-02T22:00:30Z";

  static final String NEXT_MORNING = "2026-11-03T16:00:30Z";

  private TradingMonday() {}
}
