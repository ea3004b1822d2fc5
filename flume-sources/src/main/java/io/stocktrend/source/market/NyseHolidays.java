package io.stocktrend.source.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules of the exchange's holidays (NYSE Rule 7.2): on a Sunday it keeps them on the Monday
 * after, on a Saturday on the Friday before, but for a New Year, whose Friday ends a year's books.
 */
final class NyseHolidays {
  private static final int FIRST_JUNETEENTH = 2022;

  private NyseHolidays() {}

  /** The closed weekdays of a year from 1998 on, but for those that no rule foresees. */
  static Set<LocalDate> closures(int year) {
    Set<LocalDate> days = new HashSet<>();
    LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
    if (newYear.getDayOfWeek() != DayOfWeek.SATURDAY) {
      days.add(observed(newYear));
    }
    days.add(monday(year, Month.JANUARY, 3));
    days.add(monday(year, Month.FEBRUARY, 3));
    days.add(easter(year).minusDays(2));
    days.add(monday(year, Month.MAY, -1));
    if (year >= FIRST_JUNETEENTH) {
      days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
    }
    days.add(observed(LocalDate.of(year, Month.JULY, 4)));
    days.add(monday(year, Month.SEPTEMBER, 1));
    days.add(thanksgiving(year));
    days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
    return days;
  }

  /** The days of a year from 2013 on that end early, where they are sessions at all. */
  static Set<LocalDate> earlyCloses(int year) {
    return Set.of(
        LocalDate.of(year, Month.JULY, 3),
        thanksgiving(year).plusDays(1),
        LocalDate.of(year, Month.DECEMBER, 24));
  }

  private static LocalDate thanksgiving(int year) {
    return LocalDate.of(year, Month.NOVEMBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
  }

  private static LocalDate monday(int year, Month month, int ordinal) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
  }

  private static LocalDate observed(LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> holiday.minusDays(1);
      case SUNDAY -> holiday.plusDays(1);
      default -> holiday;
    };
  }

  /** Gauss's rule for the Gregorian calendar, in the form of Meeus, Jones and Butcher. */
  private static LocalDate easter(int year) {
    int lunar = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * lunar + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int late = (lunar + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
