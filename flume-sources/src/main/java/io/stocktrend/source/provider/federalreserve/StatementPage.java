package io.stocktrend.source.provider.federalreserve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A press release's page with the statement. Its release time is named in EST or EDT in a paragraph
 * that is never closed; the page's last update is another time.
 *
 * @param title empty if there is none
 * @param text the paragraphs of the statement, a line each
 * @param releasedAt empty if the page does not say day and time
 */
record StatementPage(String title, String text, Optional<Instant> releasedAt) {
  /** What a page must have to be one. */
  static final String MARKER = "#article";

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2}) ?([ap])\\.?m\\.? ?(E[SD]T)", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final List<String> NOT_SAID =
      List.of("For media inquiries", "Implementation Note", "For release at", "For immediate");

  static StatementPage parse(String html) {
    Element article = Jsoup.parse(html).selectFirst(MARKER);
    Element heading = article.selectFirst(".heading");
    Element head = heading == null ? article : heading;
    String day = head.select(".article__time").text();
    String time = head.select(".releaseTime").stream().map(Element::ownText).findFirst().orElse("");
    String text =
        article.select("p").stream()
            .filter(p -> heading == null || !heading.equals(p.closest(".heading")))
            .map(Element::text)
            .filter(StatementPage::isSaid)
            .collect(Collectors.joining("\n"));
    return new StatementPage(head.select(".title").text(), text, instant(day, time));
  }

  private static boolean isSaid(String paragraph) {
    return !paragraph.isBlank() && Stream.of(paragraph).noneMatch(StatementPage::isAside);
  }

  private static boolean isAside(String paragraph) {
    return NOT_SAID.stream().anyMatch(paragraph::startsWith);
  }

  /** Converted by the zone's name: in the week of a change the two differ from the calendar's. */
  private static Optional<Instant> instant(String day, String time) {
    Matcher matcher = TIME.matcher(time.replace('\u00A0', ' '));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      int hour = Integer.parseInt(matcher.group(1)) % 12;
      boolean isAfternoon = matcher.group(3).equalsIgnoreCase("p");
      LocalTime local =
          LocalTime.of(isAfternoon ? hour + 12 : hour, Integer.parseInt(matcher.group(2)));
      int offset = matcher.group(4).equalsIgnoreCase("EDT") ? -4 : -5;
      LocalDate date = LocalDate.parse(day.strip(), DAY);
      return Optional.of(date.atTime(local).toInstant(ZoneOffset.ofHours(offset)));
    } catch (DateTimeException e) {
      // A page that names no day names no time either.
      return Optional.empty();
    }
  }
}
