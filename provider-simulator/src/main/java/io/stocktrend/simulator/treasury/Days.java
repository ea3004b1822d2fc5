package io.stocktrend.simulator.treasury;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The synthetic Treasury's days: it works on weekdays but for three holidays. */
final class Days {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private Days() {}

  static boolean isBusiness(LocalDate day) {
    boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    boolean fixed =
        (day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1)
            || (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 25);
    return weekday && !fixed && !isColumbusDay(day);
  }

  /** The one holiday of which the yield curve has a row, without rates. */
  static boolean isColumbusDay(LocalDate day) {
    return day.getMonth() == Month.OCTOBER
        && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)));
  }

  static LocalDate nextBusiness(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!isBusiness(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  static Instant at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(NEW_YORK).toInstant();
  }

  static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, NEW_YORK);
  }
}
