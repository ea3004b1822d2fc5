package io.stocktrend.source.provider.treasury;

import io.stocktrend.source.provider.NewYork;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The Treasury's days ({@code 2026-01-30}, {@code 2026-01-30T00:00:00}) and times, without zone.
 */
final class TreasuryDates {
  private static final int DAY_LENGTH = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("hh:mm a", Locale.ENGLISH);

  private TreasuryDates() {}

  /** The day at the text's start, or null if there is none. */
  static LocalDate day(String text) {
    boolean isWhole =
        text != null && (text.length() == DAY_LENGTH || text.indexOf('T') == DAY_LENGTH);
    try {
      return isWhole ? LocalDate.parse(text.substring(0, DAY_LENGTH)) : null;
    } catch (DateTimeException e) {
      // A day that no calendar has, e.g. of a body that was damaged on its way.
      return null;
    }
  }

  /** A local time in New York as an instant, or null if the text is none. */
  static Instant instant(String text) {
    try {
      return text == null ? null : NewYork.at(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** When bidding closes, e.g. {@code 01:00 PM} in New York; the day's end if nothing tells. */
  static Instant closing(LocalDate day, String text) {
    try {
      return text == null
          ? NewYork.evening(day)
          : NewYork.at(day.atTime(LocalTime.parse(text, TIME)));
    } catch (DateTimeException e) {
      return NewYork.evening(day);
    }
  }
}
