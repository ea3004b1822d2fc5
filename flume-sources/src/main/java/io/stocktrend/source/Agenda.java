package io.stocktrend.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source has to do and when: a round at every due time of its schedule, and within a round
 * further attempts, ever later, until it is complete or the next due time has come.
 */
final class Agenda {
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

  private final Schedule schedule;
  private Instant roundStart;
  private Instant nextRound;
  private Instant next;
  private Duration backOff = FIRST_BACK_OFF;

  private Agenda(Schedule schedule, Instant nextRound) {
    this.schedule = schedule;
    this.nextRound = nextRound;
    this.next = nextRound;
  }

  /** The agenda of a source that starts now and whose last complete round began at lastRun. */
  static Agenda from(SourceSettings settings, Optional<Instant> lastRun, Instant now) {
    if (lastRun.isEmpty()) {
      return new Agenda(settings.schedule(), now);
    }
    // A clock that was wrong once may have left a last run that is still to come.
    Instant last = lastRun.get().isAfter(now) ? now : lastRun.get();
    Instant due = settings.schedule().after(last);
    boolean isMissed = !due.isAfter(now);
    Instant afterMissed = settings.catchUp() ? now : settings.schedule().after(now);
    return new Agenda(settings.schedule(), isMissed ? afterMissed : due);
  }

  /** When the next attempt is due. */
  Instant next() {
    return next;
  }

  /** When the round that runs began. */
  Instant roundStart() {
    return roundStart;
  }

  boolean isDue(Instant now) {
    Instant latest = schedule.after(now);
    if (next.isAfter(latest)) {
      // The clock was set back: what was planned by the wrong one is not waited for.
      nextRound = latest;
      next = latest;
    }
    return !now.isBefore(next);
  }

  /** Whether a new round begins, rather than a further attempt at the one that runs. */
  boolean isNewRound(Instant now) {
    return !now.isBefore(nextRound);
  }

  void begin(Instant now) {
    roundStart = now;
    nextRound = schedule.after(now);
    backOff = FIRST_BACK_OFF;
  }

  void complete() {
    next = nextRound;
  }

  /** Puts the next attempt off, the longer the more have failed, but never past the next round. */
  void postpone(Instant now) {
    Instant later = now.plus(backOff);
    Instant latest = schedule.after(now);
    next = later.isBefore(latest) ? later : latest;
    Duration doubled = backOff.multipliedBy(2);
    backOff = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
  }
}
