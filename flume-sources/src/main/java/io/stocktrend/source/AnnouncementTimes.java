package io.stocktrend.source;

import io.stocktrend.record.RecordId;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** When an announcement could be known, and whether its own time can be trusted. */
final class AnnouncementTimes {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
  private static final Set<AnnouncementKind> ANNOUNCED_AHEAD =
      EnumSet.of(AnnouncementKind.FOMC_MEETING, AnnouncementKind.TREASURY_AUCTION);

  private AnnouncementTimes() {}

  /** Whether it tells of a time to come, though it is of a kind that is never announced ahead. */
  static boolean isAhead(Finding finding, Instant now) {
    return finding.row().getEventTime().isAfter(now.plus(CLOCKS_APART))
        && !ANNOUNCED_AHEAD.contains(AnnouncementKind.valueOf(finding.row().getKind()));
  }

  /**
   * Never before the values could be known and never after they were collected. A fact that was
   * emitted before has other values now, if it is emitted at all: these are known from the time
   * that the provider gives them, if it does and gave it to no values before, else from now on.
   *
   * @param isKnown whether something was emitted under a natural key or an identity
   */
  static Instant knownAt(Finding finding, Instant now, Predicate<String> isKnown) {
    Instant published = finding.publishedAt();
    if (published == null || published.isAfter(now)) {
      return now;
    }
    boolean isFirst = !isKnown.test(finding.key());
    boolean isDated =
        finding.datesVersion() && !isKnown.test(RecordId.of(finding.key(), published));
    return isFirst || isDated ? published : now;
  }
}
