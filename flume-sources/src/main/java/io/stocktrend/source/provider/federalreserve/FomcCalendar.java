package io.stocktrend.source.provider.federalreserve;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The meetings of the page {@code fomccalendars.htm}: panels of one year each, in no order of
 * years, whose rows have a month, days and links. Years stand in headings only.
 *
 * @param unusable the rows that say no days
 */
record FomcCalendar(List<FomcMeeting> meetings, List<String> unusable) {
  private static final String HEADING = "h4";
  private static final String ROW = ".fomc-meeting";
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})\\s+FOMC Meetings.*");
  private static final Pattern RELEASED = Pattern.compile("\\(Released ([^)]+)\\)");
  private static final DateTimeFormatter RELEASE_DAY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMMM d, uuuu")
          .toFormatter(Locale.ENGLISH);

  static FomcCalendar parse(String html) {
    Document page = Jsoup.parse(html);
    FomcCalendar calendar = new FomcCalendar(new ArrayList<>(), new ArrayList<>());
    int year = 0;
    for (Element element : page.select(HEADING + ", " + ROW)) {
      Matcher heading = YEAR.matcher(element.text());
      if (element.normalName().equals(HEADING)) {
        year = heading.matches() ? Integer.parseInt(heading.group(1)) : year;
      } else {
        calendar.add(year, element);
      }
    }
    return calendar;
  }

  private void add(int year, Element row) {
    String month = row.select(".fomc-meeting__month").text();
    String date = row.select(".fomc-meeting__date").text();
    Optional<MeetingDays> days =
        year == 0 ? Optional.empty() : MeetingDays.parse(year, month, date);
    if (days.isEmpty()) {
      unusable.add("the row '" + month + ' ' + date + "' of " + year + " says no days");
      return;
    }
    String minutes = link(row, "Minutes");
    meetings.add(
        new FomcMeeting(days.get(), link(row, "Statement"), minutes, released(row).orElse(null)));
  }

  /** The page that is linked as HTML below that label; other links of the row have titles. */
  private static String link(Element row, String label) {
    for (Element strong : row.select("strong")) {
      if (!strong.text().startsWith(label)) {
        continue;
      }
      for (Element next = strong.nextElementSibling();
          next != null && !next.normalName().equals("strong");
          next = next.nextElementSibling()) {
        if (next.hasAttr("href") && next.text().equalsIgnoreCase("HTML")) {
          return next.attr("href");
        }
      }
    }
    return null;
  }

  private static Optional<LocalDate> released(Element row) {
    Matcher matcher = RELEASED.matcher(row.text());
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(padded(matcher.group(1)), RELEASE_DAY));
    } catch (DateTimeException e) {
      // Said in words that are no date, it is not said.
      return Optional.empty();
    }
  }

  /** "April 09, 2025" has a zero that "April 9, 2025" has not. */
  private static String padded(String day) {
    return day.strip().replaceFirst(" 0(\\d),", " $1,");
  }
}
