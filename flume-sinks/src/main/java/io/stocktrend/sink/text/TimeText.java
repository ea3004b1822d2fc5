package io.stocktrend.sink.text;

import java.time.LocalDate;

/**
 * Writes dates as {@code 2026-11-23} and times as {@code 2026-11-23T15:00:07.123456Z}; remembers
 * the last day, since the times of a part are of few days.
 */
final class TimeText {
  private static final long MICROS = 1_000_000;
  private static final long MICROS_OF_DAY = 86_400 * MICROS;
  private static final int LAST_YEAR = 9999;

  private final TextBuffer day = new TextBuffer(10);
  private long known = Long.MIN_VALUE;

  /**
   * Writes a date, given in days since the epoch.
   *
   * @throws IllegalArgumentException if its year does not have four digits
   */
  void putDate(TextBuffer out, long epochDay) {
    if (epochDay != known) {
      remember(epochDay);
    }
    out.put(day.array(), 0, day.size());
  }

  private void remember(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("the year " + date.getYear() + " is not 0000 to 9999");
    }
    day.clear();
    Digits.put(day, date.getYear(), 4);
    day.put('-');
    Digits.put(day, date.getMonthValue(), 2);
    day.put('-');
    Digits.put(day, date.getDayOfMonth(), 2);
    known = epochDay;
  }

  /**
   * Writes a time in UTC, given in microseconds since the epoch.
   *
   * @throws IllegalArgumentException if its year does not have four digits
   */
  void putTime(TextBuffer out, long epochMicros) {
    putDate(out, Math.floorDiv(epochMicros, MICROS_OF_DAY));
    long micros = Math.floorMod(epochMicros, MICROS_OF_DAY);
    long seconds = micros / MICROS;
    out.put('T');
    Digits.put(out, seconds / 3600, 2);
    out.put(':');
    Digits.put(out, seconds / 60 % 60, 2);
    out.put(':');
    Digits.put(out, seconds % 60, 2);
    out.put('.');
    Digits.put(out, micros % MICROS, 6);
    out.put('Z');
  }
}
