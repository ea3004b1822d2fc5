package io.stocktrend.sink.file;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Names of the parts that one sink publishes in one run: {@code part-<UTC time>-<sink>-<8 hex
 * digits of the run>}, never the same twice. While it is written, a part is called {@code
 * _<part>.tmp}.
 */
final class PartNames {
  private static final String PREFIX = "part-";
  private static final String DRAFT_PREFIX = "_";
  private static final String DRAFT_SUFFIX = ".tmp";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final String middle;
  private final String run = String.format("%08x", new SecureRandom().nextInt());
  private Instant last = Instant.MIN;

  PartNames(String sink, Clock clock) {
    this.clock = clock;
    this.middle = middle(sink);
  }

  String next(String extension) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    return PREFIX + TIME.format(last) + middle + run + extension;
  }

  /** Whether this run made a part of that name. */
  boolean isOfThisRun(String part, String extension) {
    return part.endsWith(middle + run + extension);
  }

  static String draft(String part) {
    return DRAFT_PREFIX + part + DRAFT_SUFFIX;
  }

  static boolean isDraft(String name) {
    return name.startsWith(DRAFT_PREFIX + PREFIX) && name.endsWith(DRAFT_SUFFIX);
  }

  /** Whether any run of the sink of that name left this draft. */
  static boolean isDraftOf(String sink, String name) {
    return isDraft(name) && name.contains(middle(sink));
  }

  private static String middle(String sink) {
    return "-" + sink.replaceAll("[^A-Za-z0-9._]", "_") + "-";
  }
}
