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
 * One regular trading session, 09:30 to 16:00 New York time, on any weekday; the synthetic market
 * knows no holidays.
 *
 * @param date the day in New York
 */
public record Session(LocalDate date) {

  /** The zone in which sessions are held. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Minutes from open to close. */
  public static final int MINUTES = 390;

  /** The first session of every company. */
  public static final Session FIRST = new Session(LocalDate.of(2015, 1, 5));

  private static final LocalTime OPEN = LocalTime.of(9, 30);

  public Session {
    if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      throw new IllegalArgumentException("no session on " + date + ": give a weekday");
    }
  }

  /** The session that is open at this instant, or the last one that was. */
  public static Session lastAt(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    LocalDate date = local.toLocalDate();
    return onOrBefore(local.toLocalTime().isBefore(OPEN) ? date.minusDays(1) : date);
  }

  /** The session on this day, or the last one before it. */
  public static Session onOrBefore(LocalDate date) {
    int beyondFriday = date.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
    return new Session(date.minusDays(Math.max(0, beyondFriday)));
  }

  /** The session on this day, or the first one after it. */
  public static Session onOrAfter(LocalDate date) {
    int beyondFriday = date.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
    return new Session(beyondFriday > 0 ? date.plusDays(3 - beyondFriday) : date);
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
    long ordinal = ordinal() - sessions;
    long week = Math.floorDiv(ordinal, 5L);
    return new Session(FIRST.date.plusDays(week * 7 + Math.floorMod(ordinal, 5L)));
  }

  /** When trading starts. */
  public Instant open() {
    return date.atTime(OPEN).atZone(ZONE).toInstant();
  }

  /** When trading ends. */
  public Instant close() {
    return open().plus(Duration.ofMinutes(MINUTES));
  }

  /** Whether trading goes on at this instant: open inclusive, close exclusive. */
  public boolean isRunningAt(Instant instant) {
    return !instant.isBefore(open()) && instant.isBefore(close());
  }

  /** Whole minutes traded up to this instant, 0 to {@link #MINUTES}. */
  public int minutesAt(Instant instant) {
    long minutes = ChronoUnit.MINUTES.between(open(), instant);
    return (int) Math.max(0, Math.min(MINUTES, minutes));
  }

  /** Number of this session, counted from {@link #FIRST}; negative before it. */
  long ordinal() {
    long days = ChronoUnit.DAYS.between(FIRST.date, date);
    return Math.floorDiv(days, 7L) * 5 + Math.floorMod(days, 7L);
  }
}
