package io.stocktrend.source.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** The time of day of American authorities. */
public final class NewYork {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  // What an authority publishes on a day is out by then: the yield curve is the latest of it.
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private NewYork() {}

  /** When everything is out that is published on that day, 18:00 there. */
  public static Instant evening(LocalDate day) {
    return at(day.atTime(EVENING));
  }

  public static Instant at(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }
}
