package io.stocktrend.source.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Makes bars of a provider's rows. A bar that runs is known since its last trade; one that is over
 * is left out until its figures have settled, because the closing auction still changes them.
 */
public final class BarAssembly {
  /** Time after the end of a bar until its figures are taken for final. */
  public static final Duration SETTLING = Duration.ofMinutes(15);

  private final Instant now;
  private final Instant lastTrade;
  private final TreeMap<Instant, Row> rows = new TreeMap<>();

  /**
   * @param now the time of the answer
   * @param lastTrade of which the answer tells, null where it tells none
   */
  public BarAssembly(Instant now, Instant lastTrade) {
    this.now = now;
    this.lastTrade = lastTrade;
  }

  /** Adds a row; of two of one bar the one with more volume stays, the later of equal ones. */
  public void add(BarSlot slot, BarValues values) {
    rows.merge(slot.start(), new Row(slot, values.consistent()), BarAssembly::fuller);
  }

  /**
   * Whether a row of that time is the last trade of a bar that ran when the answer was made and is
   * over by now: an answer that comes late says nothing of how the bar ended.
   */
  public boolean isLeftBehind(BarSlot slot, Instant stamp) {
    boolean isRunning = stamp.equals(lastTrade) && stamp.isAfter(slot.start());
    return isRunning && slot.holds(stamp) && !slot.holds(now);
  }

  private static Row fuller(Row before, Row added) {
    return added.values.tradedOrNone() >= before.values.tradedOrNone() ? added : before;
  }

  /** The bars of all rows, oldest first. */
  public List<Bar> bars() {
    return rows.values().stream().map(this::bar).filter(Objects::nonNull).toList();
  }

  private Bar bar(Row row) {
    Instant start = row.slot.start();
    if (!now.isBefore(row.slot.end().plus(SETTLING))) {
      return new Bar(start, row.slot.end(), true, row.values);
    }
    return row.slot.holds(now) ? new Bar(start, runningSince(row.slot), false, row.values) : null;
  }

  private Instant runningSince(BarSlot slot) {
    boolean isUsable = lastTrade != null && slot.holds(lastTrade) && !lastTrade.isAfter(now);
    return isUsable ? lastTrade : now.truncatedTo(ChronoUnit.MICROS);
  }

  private record Row(BarSlot slot, BarValues values) {}
}
