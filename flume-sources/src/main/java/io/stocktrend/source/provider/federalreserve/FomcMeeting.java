package io.stocktrend.source.provider.federalreserve;

import java.time.LocalDate;

/**
 * One row of the calendar page.
 *
 * @param statement link of the statement as a page, or null
 * @param minutes link of the minutes as a page, or null
 * @param minutesReleased day on which the minutes came out, or null
 */
record FomcMeeting(MeetingDays days, String statement, String minutes, LocalDate minutesReleased) {
  /** Whether it is one of the eight regular meetings of a year, rather than a vote, a call, … */
  boolean isRegular() {
    return days.note().isEmpty();
  }

  String title() {
    return switch (days.note()) {
      case "" -> "FOMC meeting, " + days.text();
      case "notation vote" -> "FOMC notation vote, " + days.text();
      case "unscheduled" -> "FOMC unscheduled meeting, " + days.text();
      default -> "FOMC meeting, " + days.text() + " (" + days.note() + ")";
    };
  }
}
