package io.stocktrend.source.provider.treasury;

import io.stocktrend.record.Announcement;
import io.stocktrend.source.provider.AnnouncementKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What all rows of the Treasury have: one day that they are about, and figures. */
final class TreasuryRows {
  static final String PROVIDER = "treasury";

  private TreasuryRows() {}

  static Announcement.Builder row(
      AnnouncementKind kind, String title, LocalDate day, Map<String, Double> values) {
    return Announcement.newBuilder()
        .setProvider(PROVIDER)
        .setKind(kind.name())
        .setTitle(title)
        .setStartsOn(day)
        .setEndsOn(day)
        .setEventTime(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .setValues(values);
  }
}
