package io.stocktrend.source;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a source is due: a five-field cron expression (minute, hour, day of month, month, day of
 * week) in a time zone.
 */
final class Schedule {
  private final ExecutionTime times;
  private final ZoneId zone;

  private Schedule(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * The schedule of that expression.
   *
   * @throws IllegalArgumentException if it is not a five-field cron expression that is ever due
   */
  static Schedule of(String expression, ZoneId zone) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    Cron cron = parser.parse(expression).validate();
    Schedule schedule = new Schedule(ExecutionTime.forCron(cron), zone);
    schedule.after(Instant.EPOCH);
    return schedule;
  }

  ZoneId zone() {
    return zone;
  }

  /** The last due time that is not after that instant; the instant itself if there is none. */
  Instant notAfter(Instant instant) {
    return times
        .lastExecution(instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).atZone(zone))
        .map(ZonedDateTime::toInstant)
        .filter(due -> !due.isAfter(instant))
        .orElse(instant);
  }

  /** The first due time after that instant. */
  Instant after(Instant instant) {
    return times
        .nextExecution(instant.atZone(zone))
        .orElseThrow(() -> new IllegalArgumentException("the schedule is never due"))
        .toInstant();
  }
}
