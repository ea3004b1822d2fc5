package io.stocktrend.agent.gaps;

import io.stocktrend.agent.AuditedSources.Found;
import io.stocktrend.source.Coverage;
import io.stocktrend.source.Stored;
import io.stocktrend.source.Wanted;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Compares what sources should have with what is there. */
final class Audit {
  private static final Duration DEFAULT = Duration.ofDays(30);

  private final Ledger ledger;
  private final Instant now;

  Audit(Ledger ledger, Instant now) {
    this.ledger = ledger;
    this.now = now;
  }

  /** What is looked at; without a begin the last 30 days, but no round before the first one. */
  record Range(Optional<Instant> from, Optional<Instant> to) {}

  /** The gaps of one source. */
  List<Gap> gaps(Found found, Coverage coverage, Range range) throws IOException {
    RunBook book = new RunBook(new RunLog(coverage.state()).read());
    Instant end = range.to.orElse(now);
    boolean hasBars = coverage.expected().bars().isPresent();
    Instant usual = now.truncatedTo(ChronoUnit.DAYS).minus(DEFAULT);
    Instant begin =
        range.from.orElseGet(
            () -> book.first().filter(due -> !hasBars && due.isAfter(usual)).orElse(usual));
    if (!begin.isBefore(end)) {
      return List.of();
    }
    Wanted.Span span = new Wanted.Span(begin, end);
    if (hasBars) {
      Stored stored = ledger.of(coverage.expected().dataset(), span);
      return new BarGaps(coverage, found.source().plan(), book, stored).find(span, now);
    }
    Repairs repairs = Repairs.of(coverage);
    return new RoundGaps(coverage, found.source().plan(), book, repairs::covers).find(span, now);
  }
}
