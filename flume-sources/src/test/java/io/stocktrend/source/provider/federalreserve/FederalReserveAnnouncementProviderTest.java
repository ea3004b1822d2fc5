package io.stocktrend.source.provider.federalreserve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.EachHostileDocumentType;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FederalReserveAnnouncementProviderTest {
  private static final String CALENDAR = "/monetarypolicy/fomccalendars.htm";
  private static final String STATEMENTS = "/newsevents/pressreleases/monetary";
  private static final String PRESS = "/feeds/press_all.xml";
  private static final String MAINTENANCE =
      "<!DOCTYPE html><html><body><h1>Down for maintenance</h1></body></html>";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T09:00:00Z");
  private ProviderServer server;
  private FederalReserveAnnouncementProvider fed;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    fed = new FederalReserveAnnouncementProvider(server.access("federalreserve", ""));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRowWithoutDaysIsSaidAndCostsNoOther() throws Exception {
    server.on(
        CALENDAR,
        "\uFEFF" + year(2026, row("TBD", "to be announced", "") + row("June", "9-10*", "")));

    Announcements read = read(AnnouncementKind.FOMC_MEETING);

    assertEquals(List.of("the row 'TBD to be announced' of 2026 says no days"), read.unusable());
    assertEquals(
        List.of(
            "FOMC meeting, June 9-10, 2026 | 2026-06-09/2026-06-10 * | 2026-06-09T00:00:00Z |"
                + " 2026-06-10T22:00:00Z"),
        AnnouncementText.of(read));
  }

  @Test
  void onlyARegularMeetingThatIsOverWasKnownByItsEnd() throws Exception {
    server.on(
        CALENDAR,
        year(
            2026,
            row("May", "5 (unscheduled)", "")
                + row("June", "9-10 (cancelled)", "")
                + row("Oct/Nov", "31-1", "")
                + row("November", "2", "")));

    List<String> lines = AnnouncementText.of(read(AnnouncementKind.FOMC_MEETING));

    assertTrue(lines.get(0).startsWith("FOMC unscheduled meeting, May 5, 2026"), lines.get(0));
    assertTrue(lines.get(0).endsWith("| unknown"), lines.get(0));
    assertTrue(lines.get(1).startsWith("FOMC meeting, June 9-10, 2026 (cancelled)"), lines.get(1));
    assertTrue(lines.get(1).endsWith("| unknown"), lines.get(1));
    assertTrue(lines.get(2).endsWith("| 2026-11-01T23:00:00Z"), lines.get(2));
    assertTrue(lines.get(3).endsWith("| unknown"), "it ends this evening: " + lines.get(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {MAINTENANCE, "", "<html><h4>2026 FOMC Meetings</h4></html>"})
  void aPageWithoutAnyMeetingIsNoCalendar(String page) {
    server.on(CALENDAR, page);
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.FOMC_MEETING));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.FOMC_STATEMENT));
  }

  @Test
  void aPageThatWasCutIsNoCalendar() {
    server.on(CALENDAR, "<html><body>" + year(2026, row("June", "9-10*", "")) + "<div");
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.FOMC_MEETING));
  }

  @Test
  void oneCalendarServesForTheKindsOfARound() throws Exception {
    server.on(CALENDAR, year(2026, row("June", "9-10*", "")));
    read(AnnouncementKind.FOMC_MEETING);
    read(AnnouncementKind.FOMC_MINUTES);
    assertEquals(1, server.requests(CALENDAR).size());

    time.set("2026-11-02T09:10:00Z");
    read(AnnouncementKind.FOMC_MEETING);
    assertEquals(2, server.requests(CALENDAR).size());
  }

  @Test
  void aStatementThatIsKnownIsNotAskedForAgain() throws Exception {
    statements();
    String known =
        "FOMC_STATEMENT|https://www.federalreserve.gov" + STATEMENTS + "20260610a.htm|2026-06-09";

    Announcements read = read(AnnouncementKind.FOMC_STATEMENT, known::equals);

    assertEquals(List.of(), server.requests(STATEMENTS + "20260610a.htm"));
    assertEquals(
        List.of(
            "Made up | 2026-07-28/2026-07-29 | 3.0-3.25 | 2026-07-29T18:00:00Z |"
                + " 2026-07-29T18:00:00Z"),
        AnnouncementText.of(read));
  }

  @Test
  void onePageThatIsGoneCostsNoOtherStatement() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");

    Announcements read = read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(1, read.found().size());
    assertEquals(FailureKind.NOT_FOUND, read.failed().get(0).kind());
  }

  @Test
  void aStatementWithoutATimeTakesThatOfTheFeed() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");
    server
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For immediate release"))
        .on(PRESS, feed(item("S", STATEMENTS + "20260610a.htm", "Wed, 10 Jun 2026 18:05:00 GMT")));

    Announcements read = read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(Instant.parse("2026-06-10T18:05:00Z"), read.found().get(0).row().getEventTime());
  }

  @Test
  void aStatementWithoutAnyTimeIsSaidAndLeftOut() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");
    server
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For immediate release"))
        .on(PRESS, feed(""));

    Announcements read = read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(1, read.found().size());
    assertEquals(
        List.of(
            "the statement https://www.federalreserve.gov"
                + STATEMENTS
                + "20260610a.htm has no release time"),
        read.unusable());
  }

  @Test
  void itemsWithoutADateAreSaidAndLeftOut() throws Exception {
    server.on(
        PRESS,
        feed(
            item("Good &amp;amp; fine", "/a.htm", "Mon, 2 Nov 2026 08:00:00 GMT")
                + item("Undated", "/b.htm", "soon")
                + item("By day and zone", "/c.htm", "Mon, 2 Nov 2026 03:01:00 EST")));

    Announcements read = read(AnnouncementKind.FED_PRESS_RELEASE);

    assertEquals(
        List.of("Good & fine", "By day and zone"),
        read.found().stream().map(finding -> finding.row().getTitle()).toList());
    assertEquals(List.of("the item 'Undated' has no date that can be read"), read.unusable());
    assertEquals(Instant.parse("2026-11-02T08:01:00Z"), read.found().get(1).row().getEventTime());
  }

  @EachHostileDocumentType
  void nothingThatADocumentTypeNamesIsFetchedOrPutIn(String type) {
    server.on("/elsewhere", "2026-01-02");
    String named = "?>" + type.replace("URL", server.url("/elsewhere"));
    server.on(PRESS, feed(item("&e;", "x", "Mon, 02 Nov 2026 08:00:00 GMT")).replace("?>", named));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.FED_PRESS_RELEASE));
    assertEquals(List.of(), server.requests("/elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MAINTENANCE,
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<rss version=\"2.0\"><channel><title>&e;</title></channel></rss>",
        "<rss version=\"2.0\"><channel><item>",
        "",
      })
  void whatIsNoFeedIsMalformed(String body) {
    server.on(PRESS, body);
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.FED_PRESS_RELEASE));
  }

  @Test
  void aKindOfAnotherProviderIsAMistake() {
    assertThrows(IllegalArgumentException.class, () -> read(AnnouncementKind.TREASURY_DEBT));
  }

  private ProviderServer statements() {
    return server
        .on(
            CALENDAR,
            year(2026, row("June", "9-10*", "20260610") + row("July", "28-29", "20260729")))
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For release at 2:00 p.m. EDT"))
        .on(STATEMENTS + "20260729a.htm", page("July 29, 2026", "For release at 2:00 p.m. EDT"));
  }

  private static String year(int year, String rows) {
    return "<h4>" + year + " FOMC Meetings</h4>" + rows;
  }

  private static String row(String month, String date, String statement) {
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

  private static String page(String day, String time) {
    return """
    <div id="article"><div class="heading"><p class="article__time">%s</p>
    <h3 class="title">Made up</h3><p class="releaseTime">%s</div><div><p>The Committee decided to
    set the target range for the federal funds rate at 3 to 3-1/4 percent.</p></div></div>"""
        .formatted(day, time);
  }

  private static String feed(String items) {
    return "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" ?><rss version=\"2.0\"><channel>"
        + "<title>T</title><link>https://x</link><description>D</description>"
        + items
        + "</channel></rss>";
  }

  private static String item(String title, String path, String date) {
    return "<item><title>%s</title><link><![CDATA[https://www.federalreserve.gov%s]]></link><pubDate><![CDATA[%s]]></pubDate>   </item>"
        .formatted(title, path, date);
  }

  private Announcements read(AnnouncementKind kind) throws Exception {
    return read(kind, key -> false);
  }

  private Announcements read(AnnouncementKind kind, Predicate<String> isKnown) throws Exception {
    return fed.announcements(new AnnouncementQuery(kind, LocalDate.EPOCH, isKnown));
  }

  private FailureKind failure(AnnouncementKind kind) {
    return assertThrows(ProviderException.class, () -> read(kind)).kind();
  }
}
