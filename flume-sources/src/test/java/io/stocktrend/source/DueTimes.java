package io.stocktrend.source;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The due times of the agents' schedules from java.time alone, as an oracle for the cron ones. */
enum DueTimes {
  HOURLY("0 * * * *"),
  DAILY("0 9 * * *"),
  WEEKLY("0 9 * * MON");

  private final String schedule;

  DueTimes(String schedule) {
    this.schedule = schedule;
  }

  String schedule() {
    return schedule;
  }

  /** The due times between these days of a zone whose offset is whole hours. */
  NavigableSet<Instant> between(LocalDate first, LocalDate last, ZoneId zone) {
    Stream<Instant> times =
        this == HOURLY
            ? Stream.iterate(
                first.atStartOfDay(zone).toInstant(),
                t -> t.isBefore(last.atStartOfDay(zone).toInstant()),
                t -> t.plus(1, ChronoUnit.HOURS))
            : first
                .datesUntil(last)
                .filter(d -> this == DAILY || d.getDayOfWeek() == DayOfWeek.MONDAY)
                .map(d -> d.atTime(9, 0).atZone(zone).toInstant());
    return times.collect(Collectors.toCollection(TreeSet::new));
  }
}
