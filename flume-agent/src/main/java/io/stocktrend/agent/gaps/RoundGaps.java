package io.stocktrend.agent.gaps;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.Coverage;
import io.stocktrend.source.SourcePlan;
import io.stocktrend.source.Wanted;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The rounds of a source without bars that obtained nothing of an item, each standing for the time
 * since the round before. A round that reads on from where the last one stopped is made up for by a
 * later one; a quote is not, and is missed only where the exchange was open in that time.
 */
final class RoundGaps {
  private static final Duration GRACE = Duration.ofHours(1);

  private final Coverage coverage;
  private final SourcePlan plan;
  private final RunBook book;
  private final BiPredicate<String, Wanted.Span> isRepaired;
  private final NyseCalendar calendar = NyseCalendar.packaged();

  /**
   * @param isRepaired whether an item was asked for again of that span
   */
  RoundGaps(
      Coverage coverage,
      SourcePlan plan,
      RunBook book,
      BiPredicate<String, Wanted.Span> isRepaired) {
    this.coverage = coverage;
    this.plan = plan;
    this.book = book;
    this.isRepaired = isRepaired;
  }

  /** The gaps among the rounds that were due within a span of time. */
  List<Gap> find(Wanted.Span span, Instant now) {
    GapList gaps = new GapList(coverage.expected().dataset());
    Instant before = span.from();
    Instant due = plan.after().apply(span.from().minusSeconds(1));
    while (due.isBefore(span.to()) && !due.plus(GRACE).isAfter(now)) {
      if (before.isBefore(due)) {
        look(new Wanted.Span(before, due), gaps);
      }
      before = due;
      due = plan.after().apply(due);
    }
    return gaps.end();
  }

  private void look(Wanted.Span round, GapList gaps) {
    if (isQuotes() && !wasOpen(round)) {
      return;
    }
    List<String> items = items(round);
    if (book.isWhollyLost(round.to())) {
      look(Gap.ALL, round, gaps);
      items.forEach(gaps::present);
    } else {
      gaps.present(Gap.ALL);
      items.forEach(item -> look(item, round, gaps));
    }
  }

  private void look(String item, Wanted.Span round, GapList gaps) {
    Optional<Gap.Finding> loss = book.loss(item, round.to());
    boolean isMissing =
        loss.isPresent() && (isQuotes() || !isMadeUp(item, round)) && !isRepaired(item, round);
    if (isMissing) {
      gaps.missing(item, round.from(), round.to(), loss.get());
    } else {
      gaps.present(item);
    }
  }

  private boolean isRepaired(String item, Wanted.Span round) {
    return item.equals(Gap.ALL)
        ? items(round).stream().allMatch(each -> isRepaired.test(each, round))
        : isRepaired.test(item, round);
  }

  /** All of a round is made up for only by a later round of which nothing is lost. */
  private boolean isMadeUp(String item, Wanted.Span round) {
    return item.equals(Gap.ALL)
        ? items(round).stream().allMatch(each -> book.isMadeUp(each, round.to()))
        : book.isMadeUp(item, round.to());
  }

  private List<String> items(Wanted.Span round) {
    return coverage.expected().items().apply(LocalDate.ofInstant(round.to(), NyseCalendar.ZONE));
  }

  private boolean isQuotes() {
    return coverage.expected().dataset() == Dataset.FINANCIAL_DATA;
  }

  private boolean wasOpen(Wanted.Span round) {
    Session session =
        calendar.next(LocalDate.ofInstant(round.from(), NyseCalendar.ZONE).minusDays(1));
    while (session.open().isBefore(round.to())) {
      if (session.close().isAfter(round.from())) {
        return true;
      }
      session = calendar.next(session.date());
    }
    return false;
  }
}
