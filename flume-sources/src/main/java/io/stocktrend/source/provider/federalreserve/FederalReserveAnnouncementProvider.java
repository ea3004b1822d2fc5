package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementProvider;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/**
 * Meetings, statements and minutes of the FOMC from its calendar page and what that links to, press
 * releases and speeches from RSS feeds. Neither can be narrowed by day.
 */
public final class FederalReserveAnnouncementProvider implements AnnouncementProvider {
  /** The kinds that it has. */
  public static final Set<AnnouncementKind> KINDS =
      Set.copyOf(EnumSet.range(AnnouncementKind.FOMC_MEETING, AnnouncementKind.FED_SPEECH));

  private final FedPages pages;
  private final FomcStatements statements;
  private final Clock clock;

  public FederalReserveAnnouncementProvider(ProviderAccess access) {
    this.pages = new FedPages(access);
    this.statements = new FomcStatements(pages);
    this.clock = access.clock();
  }

  @Override
  public Announcements announcements(AnnouncementQuery query)
      throws ProviderException, InterruptedException {
    return switch (query.kind()) {
      case FOMC_MEETING -> meetings();
      case FOMC_STATEMENT -> statements.read(pages.calendar().meetings(), query.isKnown());
      case FOMC_MINUTES -> minutes();
      case FED_PRESS_RELEASE -> feed(query.kind(), FedPages.PRESS);
      case FED_SPEECH -> feed(query.kind(), FedPages.SPEECHES);
      default -> throw new IllegalArgumentException("the Federal Reserve has no " + query.kind());
    };
  }

  private Announcements meetings() throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    FomcCalendar calendar = pages.calendar();
    announcements.unusable().addAll(calendar.unusable());
    for (FomcMeeting meeting : calendar.meetings()) {
      announcements.found().add(FomcReader.meeting(meeting, clock.instant()));
    }
    return announcements;
  }

  private Announcements minutes() throws ProviderException, InterruptedException {
    Announcements announcements = Announcements.empty();
    for (FomcMeeting meeting : pages.calendar().meetings()) {
      if (meeting.minutes() != null && meeting.minutesReleased() != null) {
        announcements.found().add(FomcReader.minutes(meeting));
      } else if (meeting.minutes() != null) {
        announcements
            .unusable()
            .add("the minutes " + meeting.minutes() + " have no date of release");
      }
    }
    return announcements;
  }

  private Announcements feed(AnnouncementKind kind, String path)
      throws ProviderException, InterruptedException {
    return FedFeedReader.read(kind, pages.feed(path));
  }
}
