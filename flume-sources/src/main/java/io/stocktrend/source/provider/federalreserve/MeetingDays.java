package io.stocktrend.source.provider.federalreserve;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a calendar row, from its month ({@code March}, {@code Apr/May}) and its date ({@code
 * 17-18*}, {@code 30-1}, {@code 22 (notation vote)}).
 *
 * @param note what stands in parentheses, in lower case; empty for a regular meeting
 */
record MeetingDays(LocalDate first, LocalDate last, boolean hasProjections, String note) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})(?:\\s*[-\u2010-\u2015]\\s*(\\d{1,2}))?\\s*(\\*?)(.*)");
  private static final Pattern NOTE = Pattern.compile("\\s*\\(([^)]+)\\)\\s*(\\*?)\\s*");
  private static final int ABBREVIATION = 3;

  /** The days, or nothing if the row does not say any. */
  static Optional<MeetingDays> parse(int year, String months, String date) {
    Matcher matcher = DATE.matcher(date.strip());
    String[] names = months.split("/", 2);
    Month first = month(names[0]);
    Month last = month(names[names.length - 1]);
    if (!matcher.matches() || first == null || last == null) {
      return Optional.empty();
    }
    String rest = matcher.group(4).strip();
    Matcher note = NOTE.matcher(rest);
    if (!rest.isEmpty() && !note.matches()) {
      return Optional.empty();
    }
    boolean hasStar = !matcher.group(3).isEmpty() || (!rest.isEmpty() && !note.group(2).isEmpty());
    String words = rest.isEmpty() ? "" : note.group(1).strip().toLowerCase(Locale.ROOT);
    try {
      LocalDate from = LocalDate.of(year, first, Integer.parseInt(matcher.group(1)));
      return Optional.of(new MeetingDays(from, end(from, last, matcher.group(2)), hasStar, words));
    } catch (DateTimeException e) {
      // A day that the month does not have is no day.
      return Optional.empty();
    }
  }

  private static LocalDate end(LocalDate from, Month month, String day) {
    if (day == null) {
      return from;
    }
    LocalDate end = LocalDate.of(from.getYear(), month, Integer.parseInt(day));
    if (!end.isBefore(from)) {
      return end;
    }
    boolean isNextYear = month.compareTo(from.getMonth()) < 0;
    return isNextYear ? end.plusYears(1) : end.plusMonths(1);
  }

  private static Month month(String name) {
    String stripped = name.strip();
    if (stripped.length() < ABBREVIATION) {
      return null;
    }
    String start = stripped.substring(0, ABBREVIATION);
    return Arrays.stream(Month.values())
        .filter(m -> english(m).substring(0, ABBREVIATION).equalsIgnoreCase(start))
        .findFirst()
        .orElse(null);
  }

  /** The days as a title has them, e.g. {@code April 30-May 1, 2024}. */
  String text() {
    String from = english(first.getMonth()) + ' ' + first.getDayOfMonth();
    if (last.equals(first)) {
      return from + ", " + first.getYear();
    }
    boolean isOneMonth = first.getMonth() == last.getMonth();
    String to = (isOneMonth ? "" : english(last.getMonth()) + ' ') + last.getDayOfMonth();
    String year = first.getYear() == last.getYear() ? "" : ", " + first.getYear();
    return from + year + '-' + to + ", " + last.getYear();
  }

  private static String english(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
