package io.stocktrend.source.provider.federalreserve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingDaysTest {
  @ParameterizedTest
  @CsvSource({
    "January, 27-28, 2026-01-27, 2026-01-28, false, ''",
    "March, 17-18*, 2026-03-17, 2026-03-18, true, ''",
    "Apr/May, 30-1, 2026-04-30, 2026-05-01, false, ''",
    "April/May, 30-1*, 2026-04-30, 2026-05-01, true, ''",
    "April, 30-1, 2026-04-30, 2026-05-01, false, ''",
    "Dec/Jan, 31-1, 2026-12-31, 2027-01-01, false, ''",
    "August, 22 (notation vote), 2026-08-22, 2026-08-22, false, notation vote",
    "March, 2 (Unscheduled), 2026-03-02, 2026-03-02, false, unscheduled",
    "March, 17-18* (cancelled), 2026-03-17, 2026-03-18, true, cancelled",
    "March, 17-18 (cancelled)*, 2026-03-17, 2026-03-18, true, cancelled",
    "June, 9\u201310, 2026-06-09, 2026-06-10, false, ''",
    " June , 16 , 2026-06-16, 2026-06-16, false, ''",
  })
  void everyShapeOfARowSaysItsDays(
      String months, String date, String first, String last, boolean star, String note) {
    assertEquals(
        new MeetingDays(LocalDate.parse(first), LocalDate.parse(last), star, note),
        MeetingDays.parse(2026, months, date).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"January, ''", "'', 27-28", "Ja, 27-28", "TBD, 27", "June, 31-32", "June, 9 and 10"})
  void whatIsNoDayIsNone(String months, String date) {
    assertTrue(MeetingDays.parse(2026, months, date).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "January, 27-28, 'January 27-28, 2026'",
    "Apr/May, 30-1, 'April 30-May 1, 2026'",
    "Dec/Jan, 31-1, 'December 31, 2026-January 1, 2027'",
    "August, 22 (notation vote), 'August 22, 2026'",
  })
  void theDaysReadAsInATitle(String months, String date, String text) {
    assertEquals(text, MeetingDays.parse(2026, months, date).orElseThrow().text());
  }
}
