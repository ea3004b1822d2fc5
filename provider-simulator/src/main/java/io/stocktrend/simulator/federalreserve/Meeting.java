package io.stocktrend.simulator.federalreserve;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A meeting of the synthetic committee: eight a year on a Tuesday and a Wednesday, some of which
 * span two months.
 *
 * @param note empty, {@code notation vote}, {@code unscheduled} or {@code cancelled}
 */
record Meeting(LocalDate first, LocalDate last, boolean projections, String note) {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime RELEASE = LocalTime.of(14, 0);
  private static final int WEEKS_TO_MINUTES = 3;

  /** The rows of a year in their order. */
  static List<Meeting> of(int year) {
    List<Meeting> meetings = new ArrayList<>();
    for (Month month :
        new Month[] {
          Month.JANUARY, Month.MARCH, Month.APRIL, Month.JUNE,
          Month.JULY, Month.SEPTEMBER, Month.OCTOBER, Month.DECEMBER
        }) {
      meetings.add(regular(year, month));
      if (month == Month.JULY && year % 2 == 1) {
        LocalDate vote = LocalDate.of(year, Month.AUGUST, 22);
        meetings.add(new Meeting(vote, vote, false, "notation vote"));
      }
    }
    if (year % 3 == 0) {
      LocalDate call = LocalDate.of(year, Month.NOVEMBER, 9);
      meetings.add(meetings.size() - 1, new Meeting(call, call, false, "unscheduled"));
      LocalDate off = LocalDate.of(year, Month.NOVEMBER, 17);
      meetings.add(meetings.size() - 1, new Meeting(off, off.plusDays(1), false, "cancelled"));
    }
    return meetings;
  }

  private static Meeting regular(int year, Month month) {
    boolean quarterEnd = month.getValue() % 3 == 0;
    LocalDate tuesday =
        quarterEnd
            ? LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.TUESDAY))
            : LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.TUESDAY));
    return new Meeting(tuesday, tuesday.plusDays(1), quarterEnd, "");
  }

  boolean isRegular() {
    return note.isEmpty();
  }

  Instant statementAt() {
    return last.atTime(RELEASE).atZone(NEW_YORK).toInstant();
  }

  LocalDate minutesOn() {
    return last.plusWeeks(WEEKS_TO_MINUTES);
  }

  Instant minutesAt() {
    return minutesOn().atTime(RELEASE).atZone(NEW_YORK).toInstant();
  }

  /** {@code 20260128}, as links have it. */
  String stamp() {
    return last.toString().replace("-", "");
  }

  String statementPath() {
    return "/newsevents/pressreleases/monetary" + stamp() + "a.htm";
  }
}
