package io.stocktrend.source.provider;

import io.stocktrend.record.Announcement;
import java.util.List;
import java.util.TreeMap;

/** Announcements on one line each, for comparison with what was read by hand. */
public final class AnnouncementText {
  private AnnouncementText() {}

  public static List<String> of(Announcements announcements) {
    return announcements.found().stream().map(AnnouncementText::of).toList();
  }

  /** Title, days, star, range, figures, event time, publication; what is null is left out. */
  public static String of(Finding finding) {
    Announcement.Builder row = finding.row();
    StringBuilder text = new StringBuilder(row.getTitle());
    if (row.getStartsOn() != null) {
      text.append(" | ").append(row.getStartsOn()).append('/').append(row.getEndsOn());
    }
    if (Boolean.TRUE.equals(row.getHasProjections())) {
      text.append(" *");
    }
    if (row.getRateLower() != null) {
      text.append(" | ").append(row.getRateLower()).append('-').append(row.getRateUpper());
    }
    if (row.hasValues()) {
      text.append(" | ").append(new TreeMap<>(row.getValues()));
    }
    String known = finding.publishedAt() == null ? "unknown" : finding.publishedAt().toString();
    return text.append(" | ").append(row.getEventTime()).append(" | ").append(known).toString();
  }
}
