package io.stocktrend.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The weekdays from 2015 on on which the New York Stock Exchange is closed, or closes early. */
final class Holidays {

  private static final Set<LocalDate> MOURNING =
      Set.of(LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));
  private static final int JUNETEENTH_SINCE = 2022;
  private static final int GREGORIAN_FULL_MOON_EPACT_LIMIT = 28;
  private static final Map<Integer, Set<LocalDate>> CLOSED = new ConcurrentHashMap<>();

  private Holidays() {}

  static boolean isClosed(LocalDate date) {
    return CLOSED.computeIfAbsent(date.getYear(), Holidays::closed).contains(date);
  }

  static boolean isShort(LocalDate date) {
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JULY -> day == 3;
      case NOVEMBER -> date.equals(thanksgiving(date.getYear()).plusDays(1));
      case DECEMBER -> day == 24;
      default -> false;
    };
  }

  private static Set<LocalDate> closed(int year) {
    Set<LocalDate> days = new HashSet<>(MOURNING);
    days.addAll(
        List.of(
            nth(year, 1, 3, DayOfWeek.MONDAY),
            nth(year, 2, 3, DayOfWeek.MONDAY),
            nth(year, 5, -1, DayOfWeek.MONDAY),
            nth(year, 9, 1, DayOfWeek.MONDAY),
            thanksgiving(year),
            goodFriday(year),
            kept(year, 7, 4),
            kept(year, 12, 25)));
    LocalDate newYear = LocalDate.of(year, 1, 1);
    // A new year's Saturday is not moved into the old year.
    days.add(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear);
    if (year >= JUNETEENTH_SINCE) {
      days.add(kept(year, 6, 19));
    }
    return days;
  }

  private static LocalDate thanksgiving(int year) {
    return nth(year, 11, 4, DayOfWeek.THURSDAY);
  }

  private static LocalDate nth(int year, int month, int ordinal, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
  }

  private static LocalDate kept(int year, int month, int day) {
    LocalDate date = MonthDay.of(month, day).atYear(year);
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.minusDays(1);
      case SUNDAY -> date.plusDays(1);
      default -> date;
    };
  }

  /** Two days before the first Sunday after the first full moon of spring, for 1900 to 2199. */
  private static LocalDate goodFriday(int year) {
    int epact = (19 * (year % 19) + 24) % 30;
    boolean late = epact > GREGORIAN_FULL_MOON_EPACT_LIMIT;
    boolean latest = epact == GREGORIAN_FULL_MOON_EPACT_LIMIT && year % 19 > 10;
    LocalDate fullMoon = LocalDate.of(year, 3, 21).plusDays(late || latest ? epact - 1 : epact);
    return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).minusDays(2);
  }
}
