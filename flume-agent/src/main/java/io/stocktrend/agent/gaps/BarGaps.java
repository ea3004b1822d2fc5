package io.stocktrend.agent.gaps;

import io.stocktrend.source.BarGrid;
import io.stocktrend.source.Coverage;
import io.stocktrend.source.SourcePlan;
import io.stocktrend.source.Stored;
import io.stocktrend.source.Wanted;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.BarSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The final bars that the exchange's sessions make and the store lacks. A bar is missed once the
 * first round after its end has had an hour.
 */
final class BarGaps {
  private static final Duration GRACE = Duration.ofHours(1);
  private static final Gap.Finding HALT =
      new Gap.Finding(Cause.HALT, "the provider answered and had no bar");
  private static final Gap.Finding LOST =
      new Gap.Finding(Cause.UNKNOWN, "collected, but not in the store");

  private final Coverage coverage;
  private final BarGrid grid;
  private final SourcePlan plan;
  private final RunBook book;
  private final Stored stored;

  BarGaps(Coverage coverage, SourcePlan plan, RunBook book, Stored stored) {
    this.coverage = coverage;
    this.grid = coverage.expected().bars().orElseThrow();
    this.plan = plan;
    this.book = book;
    this.stored = stored;
  }

  /** The gaps within a span of time. */
  List<Gap> find(Wanted.Span span, Instant now) {
    GapList gaps = new GapList(coverage.expected().dataset());
    LocalDate last = LocalDate.ofInstant(span.to(), NyseCalendar.ZONE);
    LocalDate day = LocalDate.ofInstant(span.from(), NyseCalendar.ZONE);
    Set<String> before = new HashSet<>();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      List<BarSlot> slots = grid.slots(day).stream().filter(s -> span.holds(s.start())).toList();
      if (!slots.isEmpty()) {
        Set<String> items = new HashSet<>(coverage.expected().items().apply(day));
        before.removeAll(items);
        before.forEach(gaps::present);
        before = items;
        for (BarSlot slot : slots) {
          look(slot, items, now, gaps);
        }
      }
    }
    return gaps.end();
  }

  private void look(BarSlot slot, Set<String> items, Instant now, GapList gaps) {
    Instant settled = BarGrid.settled(slot);
    if (plan.after().apply(settled).plus(GRACE).isAfter(now)) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(slot.start(), NyseCalendar.ZONE);
    Instant nextClose = grid.calendar().next(day).close();
    for (String item : items) {
      String key = grid.key(item, slot);
      if (stored.hasKey(key)) {
        gaps.present(item);
      } else {
        gaps.missing(item, slot.start(), slot.end(), finding(item, key, settled, nextClose));
      }
    }
  }

  private Gap.Finding finding(String item, String key, Instant settled, Instant nextClose) {
    Optional<Gap.Finding> loss = book.loss(item, settled, nextClose);
    return loss.orElseGet(() -> coverage.collected().test(key) ? LOST : HALT);
  }
}
