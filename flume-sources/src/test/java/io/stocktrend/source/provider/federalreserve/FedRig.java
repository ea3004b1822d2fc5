package io.stocktrend.source.provider.federalreserve;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Predicate;

/** The Federal Reserve's announcements, in November 2026, from a server that the test plays. */
final class FedRig implements AutoCloseable {
  static final String CALENDAR = "/monetarypolicy/fomccalendars.htm";
  static final String STATEMENTS = "/newsevents/pressreleases/monetary";
  static final String PRESS = "/feeds/press_all.xml";
  static final String MAINTENANCE =
      "<!DOCTYPE html><html><body><h1>Down for maintenance</h1></body></html>";

  private final SteppedTime time = new SteppedTime("2026-11-02T09:00:00Z");
  private final ProviderServer server;
  private final FederalReserveAnnouncementProvider fed;

  FedRig(Path folder) throws IOException {
    server = new ProviderServer(folder, time);
    fed = new FederalReserveAnnouncementProvider(server.access("federalreserve", ""));
  }

  static String year(int year, String rows) {
    return "<h4>" + year + " FOMC Meetings</h4>" + rows;
  }

  static String row(String month, String date, String statement) {
    String link =
        statement.isEmpty()
            ? ""
            : "<strong>Statement:</strong><a href=\"/x.pdf\">PDF</a> | <a href=\"%s%sa.htm\">HTML</a>"
                .formatted(STATEMENTS, statement);
    return """
    <div class="row fomc-meeting" "><div class="fomc-meeting__month"><strong>%s</strong></div>
    <div class="fomc-meeting__date">%s</div><div>%s</div></div>"""
        .formatted(month, date, link);
  }

  static String page(String day, String time) {
    return """
    <div id="article"><div class="heading"><p class="article__time">%s</p>
    <h3 class="title">Made up</h3><p class="releaseTime">%s</div><div><p>The Committee decided to
    set the target range for the federal funds rate at 3 to 3-1/4 percent.</p></div></div>"""
        .formatted(day, time);
  }

  static String feed(String items) {
    return "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" ?><rss version=\"2.0\"><channel>"
        + "<title>T</title><link>https://x</link><description>D</description>"
        + items
        + "</channel></rss>";
  }

  static String item(String title, String path, String date) {
    return "<item><title>%s</title><link><![CDATA[https://www.federalreserve.gov%s]]></link><pubDate><![CDATA[%s]]></pubDate>   </item>"
        .formatted(title, path, date);
  }

  SteppedTime time() {
    return time;
  }

  ProviderServer server() {
    return server;
  }

  Announcements read(AnnouncementKind kind) throws ProviderException, InterruptedException {
    return read(kind, key -> false);
  }

  Announcements read(AnnouncementKind kind, Predicate<String> isKnown)
      throws ProviderException, InterruptedException {
    return fed.announcements(new AnnouncementQuery(kind, LocalDate.EPOCH, isKnown));
  }

  FailureKind failure(AnnouncementKind kind) {
    return assertThrows(ProviderException.class, () -> read(kind)).kind();
  }

  @Override
  public void close() {
    server.close();
  }
}
