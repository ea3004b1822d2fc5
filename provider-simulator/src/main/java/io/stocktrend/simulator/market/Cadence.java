package io.stocktrend.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How often an economic series is observed; a period is named by its first day. */
public enum Cadence {
  EVERY_DAY("Daily, 7-Day", "D", 1, ChronoUnit.DAYS),
  WEEKDAY("Daily", "D", 1, ChronoUnit.DAYS),
  WEEK("Weekly", "W", 1, ChronoUnit.WEEKS),
  MONTH("Monthly", "M", 1, ChronoUnit.MONTHS),
  QUARTER("Quarterly", "Q", 3, ChronoUnit.MONTHS),
  YEAR("Annual", "A", 1, ChronoUnit.YEARS);

  private final String title;
  private final String letter;
  private final int step;
  private final ChronoUnit unit;

  Cadence(String title, String letter, int step, ChronoUnit unit) {
    this.title = title;
    this.letter = letter;
    this.step = step;
    this.unit = unit;
  }

  /** The word for it, e.g. {@code Monthly}. */
  public String title() {
    return title;
  }

  /** The letter for it, e.g. {@code M}. */
  public String letter() {
    return letter;
  }

  /** The period after that one. */
  LocalDate next(LocalDate period) {
    LocalDate next = period.plus(step, unit);
    return this == WEEKDAY ? onWeekday(next) : next;
  }

  /** The last day of a period. */
  LocalDate lastDay(LocalDate period) {
    return period.plus(step, unit).minusDays(1);
  }

  /** That day, or the Monday after it. */
  static LocalDate onWeekday(LocalDate day) {
    LocalDate weekday = day;
    while (weekday.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      weekday = weekday.plusDays(1);
    }
    return weekday;
  }
}
