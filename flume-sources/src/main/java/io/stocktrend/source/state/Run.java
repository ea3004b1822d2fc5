package io.stocktrend.source.state;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a round of a source up to some moment; a later one with the same due time tells
 * more of the same round.
 *
 * @param providers by name, those that the source asks
 * @param failed the items that were not obtained by the reason, e.g. {@code yahoo not_found}
 */
public record Run(
    Times times,
    Outcome outcome,
    Rows rows,
    Map<String, Asked> providers,
    Map<String, List<String>> failed) {

  /** How a round stands. */
  public enum Outcome {
    /** Everything is answered, or known to no provider. */
    COMPLETE,
    /** Some is still to be asked for. */
    INCOMPLETE,
    /** Refused by every provider for some, which only a person or another day can help. */
    REFUSED,
    /** Cut off by a failure of the program or its disk. */
    FAILED,
    /** Cut off by a stop of the agent. */
    STOPPED;

    /** The name as it is written. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The times of a round.
   *
   * @param due by the schedule
   * @param end of its last attempt up to now
   * @param next when the source is due next
   */
  public record Times(Instant due, Instant start, Instant end, Instant next) {}

  /** Rows that the round put into the channel, and those that had been before. */
  public record Rows(long emitted, long unchanged) {}

  /**
   * What the round asked of a provider.
   *
   * @param requests by outcome, without those that did not occur
   * @param leftToday requests that its limit of 24 hours left at the end; -1 without such a limit
   */
  public record Asked(Map<String, Long> requests, int leftToday) {}
}
