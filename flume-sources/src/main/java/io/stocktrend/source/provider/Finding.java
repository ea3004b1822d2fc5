package io.stocktrend.source.provider;

import io.stocktrend.record.Announcement;
import java.time.Instant;

/**
 * One announcement and what the provider tells about when it could be known.
 *
 * @param row everything but identity, {@code known_at}, {@code collected_at} and related symbols
 * @param publishedAt no earlier than its publication; null where nothing tells it, so that it is
 *     known from its first sighting
 * @param datesVersion whether publishedAt is that of these very values, rather than of the fact
 *     when it was first published
 */
public record Finding(Announcement.Builder row, Instant publishedAt, boolean datesVersion) {
  /** A fact published at that time; if its values change later, the time is not theirs. */
  public static Finding published(Announcement.Builder row, Instant at) {
    return new Finding(row, at, false);
  }

  /** Values that were published at that time. */
  public static Finding version(Announcement.Builder row, Instant at) {
    return new Finding(row, at, true);
  }

  /** A fact of which nobody says when it was published. */
  public static Finding undated(Announcement.Builder row) {
    return new Finding(row, null, false);
  }

  /** The natural key: kind, URL or else title, first day. */
  public String key() {
    return key(
        AnnouncementKind.valueOf(row.getKind()),
        row.getUrl() == null ? row.getTitle() : row.getUrl(),
        row.getStartsOn() == null ? "" : row.getStartsOn().toString());
  }

  /** The natural key of an announcement with that URL, or without one that title. */
  public static String key(AnnouncementKind kind, String urlOrTitle, String startsOn) {
    return kind.name() + '|' + urlOrTitle + '|' + startsOn;
  }
}
