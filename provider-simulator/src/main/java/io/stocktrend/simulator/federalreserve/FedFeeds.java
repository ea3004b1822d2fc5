package io.stocktrend.simulator.federalreserve;

import io.stocktrend.simulator.market.Noise;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * RSS feeds of the newest items, newest first: a byte order mark, CDATA with HTML entities in it,
 * one-digit days, blanks after tags.
 */
final class FedFeeds {

  private static final int ITEMS = 15;
  private static final int DAYS_BACK = 150;
  private static final String[] SPEAKERS = {"Alder", "Birch", "Cedar", "Dogwood"};
  private static final String[] TOPICS = {
    "The Synthetic Outlook", "Payments &#39;n&#39; Prices", "Models of Nothing"
  };
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final long seed;

  FedFeeds(long seed) {
    this.seed = Noise.seed(seed, "federalreserve.feeds");
  }

  private record Item(String title, String path, String text, String category, Instant at) {}

  String press(Instant now) {
    List<Item> items = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (LocalDate day = today; day.isAfter(today.minusDays(DAYS_BACK)); day = day.minusDays(1)) {
      boolean works = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      if (works && Noise.uniform(seed, day.toEpochDay()) < 0.4) {
        items.add(order(day));
      }
    }
    for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
      Meeting.of(year).stream()
          .filter(Meeting::isRegular)
          .map(FedFeeds::statement)
          .forEach(items::add);
    }
    return feed("FRB: Press Release - All Releases", items, now);
  }

  String speeches(Instant now) {
    List<Item> items = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (LocalDate day = today; day.isAfter(today.minusDays(DAYS_BACK)); day = day.minusDays(1)) {
      if (Noise.uniform(seed, -day.toEpochDay()) < 0.3) {
        items.add(speech(day));
      }
    }
    return feed("FRB: Speeches", items, now);
  }

  static String withoutItems() {
    return feed("FRB: Press Release - All Releases", List.of(), Instant.EPOCH);
  }

  private Item order(LocalDate day) {
    String stamp = day.toString().replace("-", "");
    String title = "Federal Reserve Board announces a synthetic order of " + day;
    String path = "/newsevents/pressreleases/orders" + stamp + "a.htm";
    return new Item(title, path, title, "Orders on Banking Applications", at(day, 15, 0));
  }

  private static Item statement(Meeting meeting) {
    String title = "Federal Reserve issues FOMC statement";
    return new Item(
        title, meeting.statementPath(), title, "Monetary Policy", meeting.statementAt());
  }

  private Item speech(LocalDate day) {
    String speaker = SPEAKERS[(int) (Noise.uniform(seed, day.toEpochDay() * 3) * SPEAKERS.length)];
    String topic = TOPICS[(int) (Noise.uniform(seed, day.toEpochDay() * 7) * TOPICS.length)];
    String stamp = day.toString().replace("-", "");
    return new Item(
        speaker + ", " + topic,
        "/newsevents/speech/" + speaker.toLowerCase(Locale.ROOT) + stamp + "a.htm",
        "Speech At the Synthetic Forum, T&uuml;rkiye",
        "Speech",
        at(day, 8, 30));
  }

  private static Instant at(LocalDate day, int hour, int minute) {
    return ZonedDateTime.of(day, LocalTime.of(hour, minute), ZoneOffset.UTC).toInstant();
  }

  private static String feed(String title, List<Item> items, Instant now) {
    StringBuilder feed = new StringBuilder("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n");
    feed.append("<rss version=\"2.0\">\n    <channel>\n        <title>")
        .append(title)
        .append(
            "</title>\n        <link><![CDATA[https://www.federalreserve.gov/feeds/feeds.htm]]>")
        .append("</link>\n        <description><![CDATA[Synthetic items]]></description>\n")
        .append("        <language>en</language>\n");
    items.stream()
        .filter(item -> !item.at().isAfter(now))
        .sorted(Comparator.comparing(Item::at).reversed())
        .limit(ITEMS)
        .forEach(item -> feed.append(print(item)));
    return feed.append("        </channel></rss>").toString();
  }

  private static String print(Item item) {
    String link = "<![CDATA[https://www.federalreserve.gov" + item.path() + "]]>";
    return """
            <item>
                <title>%s</title>
                <link>%s</link>
                <guid>%s</guid>
                <description><![CDATA[%s]]></description>
                <category>%s</category>
                <pubDate><![CDATA[%s]]></pubDate>\s\s\s\s
            </item>
    """
        .formatted(
            item.title(),
            link,
            link,
            item.text(),
            item.category(),
            DATE.format(item.at().atOffset(ZoneOffset.UTC)));
  }
}
