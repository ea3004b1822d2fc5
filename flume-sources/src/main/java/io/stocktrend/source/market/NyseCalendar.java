package io.stocktrend.source.market;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions of the New York Stock Exchange, whose hours Nasdaq shares: 9:30 to 16:00 in New
 * York, to 13:00 on early closes. By rule for any year from 2013 on, closures that no rule foresees
 * from a file; from 1998 on the days are right too, early closes may not be. Safe for use by
 * several threads.
 */
public final class NyseCalendar {
  /** The exchange's time zone. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

  private final Set<LocalDate> unforeseen;
  private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  private NyseCalendar(Set<LocalDate> unforeseen) {
    this.unforeseen = unforeseen;
  }

  /** The calendar with the closures that were known when this program was built. */
  public static NyseCalendar packaged() {
    return new NyseCalendar(ClosuresFile.packaged());
  }

  /**
   * The calendar with the closures of a file in the form of {@code conf/nyse-closures.csv} instead.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line of it has no date; the message quotes it
   */
  public static NyseCalendar withClosures(Path file) throws IOException {
    return new NyseCalendar(ClosuresFile.read(file));
  }

  /** Whether the exchange trades on that day, the whole of it or until an early close. */
  public boolean isSession(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY
        && day != DayOfWeek.SUNDAY
        && !unforeseen.contains(date)
        && !holidays.computeIfAbsent(date.getYear(), NyseHolidays::closures).contains(date);
  }

  /** The session of that day, if the exchange trades on it. */
  public Optional<Session> session(LocalDate date) {
    return isSession(date) ? Optional.of(open(date)) : Optional.empty();
  }

  /** The last session before that day. */
  public Session previous(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (!isSession(day)) {
      day = day.minusDays(1);
    }
    return open(day);
  }

  /** The first session after that day. */
  public Session next(LocalDate date) {
    LocalDate day = date.plusDays(1);
    while (!isSession(day)) {
      day = day.plusDays(1);
    }
    return open(day);
  }

  private static Session open(LocalDate date) {
    boolean isShort = NyseHolidays.earlyCloses(date.getYear()).contains(date);
    LocalTime close = isShort ? EARLY_CLOSE : CLOSE;
    return new Session(
        date,
        date.atTime(OPEN).atZone(ZONE).toInstant(),
        date.atTime(close).atZone(ZONE).toInstant());
  }
}
