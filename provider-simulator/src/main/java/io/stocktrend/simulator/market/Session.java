package io.stocktrend.simulator.market;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * One regular trading session, 09:30 to 16:00 New York time, to 13:00 on the eve of some holidays,
 * on any weekday that is none.
 *
 * @param date the day in New York
 */
public record Session(LocalDate date) {

  /** The zone in which sessions are held. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Minutes from open to close of a whole session. */
  public static final int MINUTES = 390;

  private static final int SHORT_MINUTES = 210;

  /** The first session of every company. */
  public static final Session FIRST = new Session(LocalDate.of(2015, 1, 5));

  private static final LocalTime OPEN = LocalTime.of(9, 30);

  public Session {
    if (!isHeld(date)) {
      throw new IllegalArgumentException("no session on " + date + ": give a trading day");
    }
  }

  /** The session that is open at this instant, or the last one that was. */
  public static Session lastAt(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    LocalDate date = local.toLocalDate();
    return onOrBefore(local.toLocalTime().isBefore(OPEN) ? date.minusDays(1) : date);
  }

  /** Whether there is a session on this day. */
  public static boolean isHeld(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !Holidays.isClosed(date);
  }

  /** The session on this day, or the last one before it. */
  public static Session onOrBefore(LocalDate date) {
    LocalDate day = date;
    while (!isHeld(day)) {
      day = day.minusDays(1);
    }
    return new Session(day);
  }

  /** The session on this day, or the first one after it. */
  public static Session onOrAfter(LocalDate date) {
    LocalDate day = date;
    while (!isHeld(day)) {
      day = day.plusDays(1);
    }
    return new Session(day);
  }

  /** The session before this one. */
  public Session previous() {
    return onOrBefore(date.minusDays(1));
  }

  /** The session after this one. */
  public Session next() {
    return onOrAfter(date.plusDays(1));
  }

  /** The session that lies so many sessions before this one. */
  public Session minus(int sessions) {
    Session session = this;
    for (int steps = 0; steps < sessions; steps++) {
      session = session.previous();
    }
    return session;
  }

  /** Minutes from open to close of this session. */
  public int minutes() {
    return Holidays.isShort(date) ? SHORT_MINUTES : MINUTES;
  }

  /** When trading starts. */
  public Instant open() {
    return date.atTime(OPEN).atZone(ZONE).toInstant();
  }

  /** When trading ends. */
  public Instant close() {
    return open().plus(Duration.ofMinutes(minutes()));
  }

  /** Whether trading goes on at this instant: open inclusive, close exclusive. */
  public boolean isRunningAt(Instant instant) {
    return !instant.isBefore(open()) && instant.isBefore(close());
  }

  /** Whole minutes traded up to this instant, 0 to {@link #minutes()}. */
  public int minutesAt(Instant instant) {
    long minutes = ChronoUnit.MINUTES.between(open(), instant);
    return (int) Math.max(0, Math.min(minutes(), minutes));
  }

  /**
   * Number of this session's weekday, counted from {@link #FIRST}; negative before it. A holiday
   * leaves its number out, so that prices move over it as over any other day.
   */
  long ordinal() {
    long days = ChronoUnit.DAYS.between(FIRST.date, date);
    return Math.floorDiv(days, 7L) * 5 + Math.floorMod(days, 7L);
  }
}
