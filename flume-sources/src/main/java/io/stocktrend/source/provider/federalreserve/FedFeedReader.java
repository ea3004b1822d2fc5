package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.record.Announcement;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.Finding;

/** Turns items of a feed into announcements that are known from their publication. */
final class FedFeedReader {
  private static final int LONGEST_SURNAME = 40;

  private FedFeedReader() {}

  static Announcements read(AnnouncementKind kind, FedFeed feed) {
    Announcements announcements = Announcements.empty();
    for (FedFeed.Item item : feed.items()) {
      String fault = fault(item);
      if (fault == null) {
        announcements.found().add(Finding.version(row(kind, item), item.publishedAt()));
      } else {
        announcements.unusable().add("the item '" + item.title() + "' " + fault);
      }
    }
    return announcements;
  }

  private static String fault(FedFeed.Item item) {
    if (item.title() == null) {
      return "has no title";
    }
    return item.publishedAt() == null ? "has no date that can be read" : null;
  }

  private static Announcement.Builder row(AnnouncementKind kind, FedFeed.Item item) {
    return Announcement.newBuilder()
        .setProvider(FederalReserveAnswers.PROVIDER)
        .setKind(kind.name())
        .setTitle(item.title())
        .setSummary(item.summary())
        .setUrl(item.link())
        .setSpeaker(kind == AnnouncementKind.FED_SPEECH ? speaker(item.title()) : null)
        .setEventTime(item.publishedAt());
  }

  /** Titles of speeches are "Surname, Topic"; there is no element for the author. */
  private static String speaker(String title) {
    int comma = title.indexOf(',');
    return comma > 0 && comma <= LONGEST_SURNAME ? title.substring(0, comma).strip() : null;
  }
}
