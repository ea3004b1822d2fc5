package io.stocktrend.source.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, or one of the three date forms of RFC 9110. */
final class RetryAfter {
  private static final int LONGEST_NUMBER = 12;
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private RetryAfter() {}

  /** How long to wait from now; empty if the text is no such header or names the past. */
  static Optional<Duration> parse(String text, Clock clock) {
    String value = text.strip();
    if (value.matches("\\d{1," + LONGEST_NUMBER + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value))).filter(RetryAfter::isAhead);
    }
    return DATES.stream()
        .flatMap(form -> date(value, form).stream())
        .map(date -> Duration.between(clock.instant(), date.toInstant()))
        .filter(RetryAfter::isAhead)
        .findFirst();
  }

  private static boolean isAhead(Duration wait) {
    return !wait.isNegative() && !wait.isZero();
  }

  private static Optional<ZonedDateTime> date(String value, DateTimeFormatter form) {
    try {
      return Optional.of(ZonedDateTime.parse(value, form));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
