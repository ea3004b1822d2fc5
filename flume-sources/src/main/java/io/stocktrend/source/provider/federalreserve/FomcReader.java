package io.stocktrend.source.provider.federalreserve;

import io.stocktrend.record.Announcement;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.NewYork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Turns rows of the calendar and statement pages into announcements. */
final class FomcReader {
  /** Where rows point to and keys begin, whatever address a request goes to. */
  static final String SITE = "https://www.federalreserve.gov";

  static final String CALENDAR = "/monetarypolicy/fomccalendars.htm";

  private FomcReader() {}

  /**
   * A meeting. A regular one that is over was known by its last evening at the latest; of any other
   * the page does not tell since when it has been known.
   */
  static Finding meeting(FomcMeeting meeting, Instant now) {
    Announcement.Builder row =
        row(AnnouncementKind.FOMC_MEETING, meeting, SITE + CALENDAR)
            .setTitle(meeting.title())
            .setSummary(meeting.isRegular() ? null : meeting.days().note())
            .setHasProjections(meeting.days().hasProjections())
            .setEventTime(start(meeting.days().first()));
    Instant over = NewYork.evening(meeting.days().last());
    boolean isPast = meeting.isRegular() && !over.isAfter(now);
    return isPast ? Finding.published(row, over) : Finding.undated(row);
  }

  /** The minutes, known by the evening of the day on which they were released. */
  static Finding minutes(FomcMeeting meeting) {
    Announcement.Builder row =
        row(AnnouncementKind.FOMC_MINUTES, meeting, address(meeting.minutes()))
            .setTitle("Minutes of the FOMC meeting, " + meeting.days().text())
            .setEventTime(start(meeting.minutesReleased()));
    return Finding.published(row, NewYork.evening(meeting.minutesReleased()));
  }

  /** The statement as its page has it. */
  static Finding statement(FomcMeeting meeting, StatementPage page, Instant releasedAt) {
    TargetRange range = TargetRange.find(page.text()).orElse(null);
    boolean hasTitle = !page.title().isBlank();
    Announcement.Builder row =
        row(AnnouncementKind.FOMC_STATEMENT, meeting, address(meeting.statement()))
            .setTitle(hasTitle ? page.title() : "FOMC statement, " + meeting.days().text())
            .setSummary(page.text().isEmpty() ? null : page.text())
            .setRateLower(range == null ? null : range.lower())
            .setRateUpper(range == null ? null : range.upper())
            .setEventTime(releasedAt);
    return Finding.published(row, releasedAt);
  }

  /** The natural key of a meeting's statement. */
  static String statementKey(FomcMeeting meeting) {
    return Finding.key(
        AnnouncementKind.FOMC_STATEMENT,
        address(meeting.statement()),
        meeting.days().first().toString());
  }

  /** A link as it is known to the public: those of the calendar have no host. */
  static String address(String link) {
    return link.startsWith("/") ? SITE + link : link;
  }

  private static Announcement.Builder row(AnnouncementKind kind, FomcMeeting meeting, String url) {
    return Announcement.newBuilder()
        .setProvider(FederalReserveAnswers.PROVIDER)
        .setKind(kind.name())
        .setUrl(url)
        .setStartsOn(meeting.days().first())
        .setEndsOn(meeting.days().last());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
