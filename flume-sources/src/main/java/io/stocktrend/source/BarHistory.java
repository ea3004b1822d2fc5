package io.stocktrend.source;

import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.market.Session;
import io.stocktrend.source.provider.BarInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How far back bars are asked for: so many bars at first, then always since that same time. */
final class BarHistory {
  // Yahoo has hours of the last 730 days only; of days there may be so many that it costs too much.
  private static final Duration LONGEST_OF_HOURS = Duration.ofDays(700);
  private static final Duration LONGEST_OF_DAYS = Duration.ofDays(2000);

  // Five sessions are a week, and a few days in the year are holidays.
  private static final Duration TIME_OF_A_SESSION = Duration.ofHours(36);
  private static final Duration MARGIN = Duration.ofDays(30);
  private static final int HOURS_OF_A_SESSION = 7;

  private final NyseCalendar calendar;
  private final BarInterval interval;
  private final int bars;

  BarHistory(NyseCalendar calendar, BarInterval interval, int bars) {
    this.calendar = calendar;
    this.interval = interval;
    this.bars = bars;
  }

  NyseCalendar calendar() {
    return calendar;
  }

  /** Open of the session since which there have been so many final bars. */
  Instant start(Instant now) {
    Session session = calendar.previous(LocalDate.ofInstant(now, NyseCalendar.ZONE));
    for (long left = bars - barsOf(session); left > 0; left -= barsOf(session)) {
      session = calendar.previous(session.date());
    }
    return session.open();
  }

  /** Whether a history since that time has become too long to be asked for. */
  boolean isTooOld(Instant from, Instant now) {
    Duration longest = interval == BarInterval.HOURLY ? LONGEST_OF_HOURS : LONGEST_OF_DAYS;
    return from.isBefore(now.minus(longest));
  }

  /** How long a bar is remembered: longer than from the first bar that is asked for to the last. */
  Duration memory() {
    int barsOfADay = interval == BarInterval.HOURLY ? HOURS_OF_A_SESSION : 1;
    Duration span = TIME_OF_A_SESSION.multipliedBy(bars / barsOfADay).plus(MARGIN);
    return span.compareTo(Feed.DEFAULT_MEMORY) > 0 ? span : Feed.DEFAULT_MEMORY;
  }

  private long barsOf(Session session) {
    if (interval == BarInterval.DAILY) {
      return 1;
    }
    Duration length = Duration.between(session.open(), session.close());
    return length.plus(interval.length()).minusNanos(1).dividedBy(interval.length());
  }
}
