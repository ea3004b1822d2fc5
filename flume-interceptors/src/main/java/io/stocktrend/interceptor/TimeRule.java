package io.stocktrend.interceptor;

import io.stocktrend.record.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The three times of a record fit together: nothing is collected ahead of this machine's clock,
 * known after it was collected, known before it could be, or about a time to come, unless it is of
 * a kind that is announced ahead. Each may be off by a clock's error.
 */
final class TimeRule implements Rule {
  /** Kinds of policy_data that are announced before they happen. */
  private static final Set<String> ANNOUNCED_AHEAD = Set.of("FOMC_MEETING", "TREASURY_AUCTION");

  /** The Federal Reserve dates its meetings up to the end of the year after next. */
  private static final Duration FURTHEST_AHEAD = Duration.ofDays(3 * 366);

  /** From the open to the close of the exchange's shortest sessions, which are early closes. */
  private static final Duration SHORTEST_SESSION = Duration.ofMinutes(210);

  /** The last hourly bar of a session begins half an hour before the close. */
  private static final Duration SHORTEST_HOUR = Duration.ofMinutes(30);

  private final Clock clock;
  private final Duration clockError;

  TimeRule(Clock clock, Duration clockError) {
    this.clock = clock;
    this.clockError = clockError;
  }

  @Override
  public void check(Facts facts, Consumer<String> faults) {
    Instant eventTime = facts.time(Field.EVENT_TIME);
    Instant knownAt = facts.time(Field.KNOWN_AT);
    Instant collectedAt = facts.time(Field.COLLECTED_AT);
    // No reading of the clock in a reason: the same event put again gets the same one.
    if (collectedAt.isAfter(clock.instant().plus(clockError))) {
      faults.accept("collected_at " + collectedAt + " lies ahead of this machine's clock");
    }
    if (knownAt.isAfter(collectedAt.plus(clockError))) {
      faults.accept("known_at " + knownAt + " is after collected_at " + collectedAt);
    }
    Instant latest = isAnnouncedAhead(facts) ? collectedAt.plus(FURTHEST_AHEAD) : collectedAt;
    if (eventTime.isAfter(latest.plus(clockError))) {
      faults.accept("event_time " + eventTime + " was to come at collected_at " + collectedAt);
    }
    Instant earliest = isAnnouncedAhead(facts) ? knownAt : earliestKnown(facts, eventTime);
    if (knownAt.isBefore(earliest.minus(clockError))) {
      faults.accept("known_at " + knownAt + " is before " + earliest + ", when it could be known");
    }
  }

  private static boolean isAnnouncedAhead(Facts facts) {
    return facts.text("kind").filter(ANNOUNCED_AHEAD::contains).isPresent();
  }

  private static Instant earliestKnown(Facts facts, Instant eventTime) {
    return switch (facts.dataset()) {
      case FINANCIAL_DATA, NEWS_DATA, POLICY_DATA -> eventTime;
      case STOCK_MOVEMENTS -> facts.flag("is_final") ? closeOf(facts, eventTime) : eventTime;
      case MACROECONOMIC_DATA ->
          facts
              .day("realtime_start")
              .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
              .filter(release -> release.isAfter(eventTime))
              .orElse(eventTime);
    };
  }

  /** The earliest close of a bar that begins then. */
  private static Instant closeOf(Facts facts, Instant start) {
    boolean hourly = facts.text("interval").filter("1h"::equals).isPresent();
    return start.plus(hourly ? SHORTEST_HOUR : SHORTEST_SESSION);
  }
}
