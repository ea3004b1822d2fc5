package io.stocktrend.source;

import io.stocktrend.record.Settings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The settings that every source has.
 *
 * @param schedule when it is due
 * @param catchUp whether a due time that was missed while the agent was down is made up for, once
 * @param batchSize events in one transaction at the most
 * @param stateDir folder of the cursors, one folder in it for each source
 * @param concurrency requests under way at once
 */
record SourceSettings(
    Schedule schedule, boolean catchUp, int batchSize, Path stateDir, int concurrency) {
  private static final int MOST_EVENTS = 100_000;
  private static final int MOST_REQUESTS = 64;

  static SourceSettings of(Settings settings, String schedule) {
    return new SourceSettings(
        schedule(settings, schedule),
        settings.flag("catchUp", true),
        settings.integer("batchSize", 100, 1, MOST_EVENTS),
        Path.of(settings.text("stateDir", "data/state")),
        settings.integer("concurrency", 4, 1, MOST_REQUESTS));
  }

  private static Schedule schedule(Settings settings, String otherwise) {
    ZoneId zone = zone(settings);
    String expression = settings.text("schedule", otherwise);
    try {
      return Schedule.of(expression, zone);
    } catch (IllegalArgumentException e) {
      throw settings.wrong(
          "schedule",
          expression,
          "five cron fields (minute, hour, day of month, month, day of week), e.g. 0 * * * *",
          e);
    }
  }

  private static ZoneId zone(Settings settings) {
    String zone = settings.text("timeZone", ZoneOffset.UTC.getId());
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw settings.wrong("timeZone", zone, "a time zone such as UTC or America/New_York", e);
    }
  }
}
