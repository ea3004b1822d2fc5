package io.stocktrend.simulator.federalreserve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * The calendar page: a byte order mark, a panel for each year with the next one last, a stray quote
 * in the rows' attributes, links only of what has come out.
 */
final class CalendarPage {

  private static final int YEARS_BACK = 5;
  private static final DateTimeFormatter RELEASED =
      DateTimeFormatter.ofPattern("MMMM dd, uuuu", Locale.ENGLISH);

  private CalendarPage() {}

  static String of(Instant now) {
    int year = LocalDate.ofInstant(now, Meeting.NEW_YORK).getYear();
    StringBuilder panels = new StringBuilder();
    for (int each = year; each >= year - YEARS_BACK; each--) {
      panel(panels, each, now);
    }
    panel(panels, year + 1, now);
    return page(panels.toString());
  }

  static String withoutPanels() {
    return page("");
  }

  private static String page(String panels) {
    return "\uFEFF<!DOCTYPE html>\n<html lang=\"en\"><head>"
        + "<title>The Fed - Meeting calendars and information (synthetic)</title></head>\n"
        + "<body><div id=\"article\">\n<h3>Meeting calendars</h3>\n"
        + panels
        + "</div></body></html>\n";
  }

  private static void panel(StringBuilder page, int year, Instant now) {
    page.append("<div class=\"panel panel-default\"><div class=\"panel-heading\"><h4><a id=\"")
        .append(20_000 + year)
        .append("\">")
        .append(year)
        .append(" FOMC Meetings</a></h4></div>\n\n");
    List<Meeting> meetings = Meeting.of(year);
    for (int i = 0; i < meetings.size(); i++) {
      row(page, meetings.get(i), i % 2 == 1, now);
    }
    page.append("<div class=\"panel-footer\">* Meeting associated with a Summary of Economic ")
        .append("Projections.  </div>\n</div>\n\n");
  }

  private static void row(StringBuilder page, Meeting meeting, boolean shaded, Instant now) {
    String shade = shaded ? "fomc-meeting--shaded " : "";
    page.append(
        """
                <div class="%srow fomc-meeting" ">

                    <div class="%sfomc-meeting__month col-xs-5 col-sm-3"><strong>%s</strong></div>

                    <div class="fomc-meeting__date col-xs-4 col-sm-9">%s</div>
                    <div class="col-xs-12 col-md-4 col-lg-2">
        %s            </div>
                    <div class="col-xs-12 col-md-4 col-lg-4 fomc-meeting__minutes">
        %s            </div>
                </div>

        """
            .formatted(
                shade,
                shade,
                month(meeting),
                date(meeting),
                statement(meeting, now),
                minutes(meeting, now)));
  }

  private static String month(Meeting meeting) {
    TextStyle style =
        meeting.first().getMonth() == meeting.last().getMonth() ? TextStyle.FULL : TextStyle.SHORT;
    String first = meeting.first().getMonth().getDisplayName(style, Locale.ENGLISH);
    String last = meeting.last().getMonth().getDisplayName(style, Locale.ENGLISH);
    return first.equals(last) ? first : first + "/" + last;
  }

  private static String date(Meeting meeting) {
    int first = meeting.first().getDayOfMonth();
    int last = meeting.last().getDayOfMonth();
    String days = first == last ? "" + first : first + "-" + last;
    String star = meeting.projections() ? "*" : "";
    return days + star + (meeting.isRegular() ? "" : " (" + meeting.note() + ")");
  }

  private static String statement(Meeting meeting, Instant now) {
    if (!meeting.isRegular() || meeting.statementAt().isAfter(now)) {
      return "";
    }
    String files = "/monetarypolicy/files/monetary" + meeting.stamp() + "a1.pdf";
    return """
                       <strong>Statement:</strong><br>
                       <a href="%s">PDF</a> | <a href="%s">HTML</a><br>
                       <a href="/newsevents/pressreleases/monetary%sa1.htm">Implementation Note</a>
        """
        .formatted(files, meeting.statementPath(), meeting.stamp());
  }

  private static String minutes(Meeting meeting, Instant now) {
    if (!meeting.isRegular() || meeting.minutesAt().isAfter(now)) {
      return "";
    }
    return """
                        <strong>Minutes:</strong><br>
                        <a href="/monetarypolicy/files/fomcminutes%s.pdf">PDF</a> |
                        <a href="/monetarypolicy/fomcminutes%s.htm">HTML</a>
                        <br> (Released %s)
        """
        .formatted(meeting.stamp(), meeting.stamp(), RELEASED.format(meeting.minutesOn()));
  }
}
