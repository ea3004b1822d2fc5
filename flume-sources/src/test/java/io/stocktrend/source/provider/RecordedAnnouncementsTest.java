package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.federalreserve.FederalReserveAnnouncementProvider;
import io.stocktrend.source.provider.treasury.TreasuryAnnouncementProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Federal Reserve and the Treasury really sent, read in place from the folder in the
 * system property {@code stocktrend.recordings}, held against values read by hand. The table says
 * which body proves what.
 */
class RecordedAnnouncementsTest {
  private static final String NOW = "2026-11-02T09:00:00Z";
  private static final String CALENDAR = "/monetarypolicy/fomccalendars.htm";
  private static final String STATEMENT = "/newsevents/pressreleases/monetary20160921a.htm";
  private static final String RATES = "/fiscal/v2/accounting/od/avg_interest_rates";

  @TempDir Path temporary;
  private final SteppedTime time = new SteppedTime(NOW);
  private Path recordings;

  /** A check of one body. */
  @FunctionalInterface
  private interface Proof {
    void check(Path body) throws Exception;
  }

  private Map<String, Proof> table() {
    Map<String, Proof> table = new LinkedHashMap<>();
    // All row shapes of the page: months that are spanned, stars, a notation vote, the next year.
    table.put("federalreserve/fomccalendars-2026-04.htm", this::wholeCalendar);
    // The same without the page around it, as another recorder cut it out.
    table.put("federalreserve/fomccalendars-2025-2027-fragment.html", this::partOfCalendar);
    // The range in fractions, and the other one that dissenting members preferred.
    table.put("federalreserve/fomc-statement-20160921.txt", this::statementText);
    // The range as the directive to the desk words it.
    table.put("federalreserve/fomc-implementation-note-20160921.txt", this::noteText);
    // A release time in a paragraph that is never closed, by the zone's name.
    table.put("federalreserve-doc/fomc-statement-skeleton.html", this::statementSkeleton);
    // Titles, CDATA, categories, blanks after tags.
    table.put("federalreserve/press_all-trimmed.xml", this::press);
    // One-digit days, HTML entities in CDATA, an item without guid, the speaker in the title.
    table.put("federalreserve/speeches-trimmed.xml", this::speeches);
    // A year without several maturities, with the dummy.
    table.put("treasury/daily_treasury_yield_curve-1990.xml", this::curveOf1990);
    // The retired address's body, wrapped in <pre>: read alike.
    table.put("treasury/daily_treasury_yield_curve-2021-oldfeed.xml", this::curveOfOldFeed);
    // The curve's other format, which is never asked for: refused, should it come.
    table.put("treasury/daily_treasury_yield_curve-2026-trimmed.csv", this::curveAsCsv);
    // The first of three pages, whose link to the next is a fragment.
    table.put("treasury/fiscaldata-avg_interest_rates-treasury-bills.json", this::averageRates);
    // Cut off by its recorder, without meta and links: refused, as any cut page must be.
    table.put("treasury/fiscaldata-upcoming_auctions-trimmed.json", this::cutPage);
    return table;
  }

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @TestFactory
  Stream<DynamicTest> eachBodyIsReadAsTheTableSays() {
    return table().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      time.set(NOW);
                      entry.getValue().check(recordings.resolve(entry.getKey()));
                    }));
  }

  /** The bodies that the table knows. */
  static Set<String> names() {
    return new RecordedAnnouncementsTest().table().keySet();
  }

  private void wholeCalendar(Path body) throws Exception {
    time.set("2026-04-23T12:00:00Z");
    try (ProviderServer server = server().on(CALENDAR, answer(body))) {
      Announcements meetings = fed(server, AnnouncementKind.FOMC_MEETING);
      List<String> lines = AnnouncementText.of(meetings);
      assertEquals(List.of(), meetings.unusable());
      assertEquals(57, lines.size());
      assertHolds(
          lines,
          "FOMC meeting, January 27-28, 2026 | 2026-01-27/2026-01-28 | 2026-01-27T00:00:00Z |"
              + " 2026-01-28T23:00:00Z",
          "FOMC meeting, March 17-18, 2026 | 2026-03-17/2026-03-18 * | 2026-03-17T00:00:00Z |"
              + " 2026-03-18T22:00:00Z",
          "FOMC meeting, April 28-29, 2026 | 2026-04-28/2026-04-29 | 2026-04-28T00:00:00Z |"
              + " unknown",
          "FOMC notation vote, August 22, 2025 | 2025-08-22/2025-08-22 | 2025-08-22T00:00:00Z |"
              + " unknown",
          "FOMC meeting, April 30-May 1, 2024 | 2024-04-30/2024-05-01 | 2024-04-30T00:00:00Z |"
              + " 2024-05-01T22:00:00Z",
          "FOMC meeting, January 31-February 1, 2023 | 2023-01-31/2023-02-01 |"
              + " 2023-01-31T00:00:00Z | 2023-02-01T23:00:00Z",
          "FOMC meeting, October 31-November 1, 2023 | 2023-10-31/2023-11-01 |"
              + " 2023-10-31T00:00:00Z | 2023-11-01T22:00:00Z",
          "FOMC meeting, December 7-8, 2027 | 2027-12-07/2027-12-08 * | 2027-12-07T00:00:00Z |"
              + " unknown");
      assertEquals(28, lines.stream().filter(line -> line.contains(" * | ")).count());
      List<String> minutes = AnnouncementText.of(fed(server, AnnouncementKind.FOMC_MINUTES));
      assertEquals(42, minutes.size());
      assertHolds(
          minutes,
          "Minutes of the FOMC meeting, January 27-28, 2026 | 2026-01-27/2026-01-28 |"
              + " 2026-02-18T00:00:00Z | 2026-02-18T23:00:00Z",
          "Minutes of the FOMC meeting, March 18-19, 2025 | 2025-03-18/2025-03-19 |"
              + " 2025-04-09T00:00:00Z | 2025-04-09T22:00:00Z");
      fed(server, AnnouncementKind.FOMC_STATEMENT);
      List<String> statements =
          server.targets().stream().filter(t -> t.startsWith("/newsevents/")).toList();
      assertEquals(42, statements.size(), "no longer-run goals, no implementation notes");
      assertTrue(statements.contains("/newsevents/pressreleases/monetary20210127a.htm"));
    }
  }

  private void partOfCalendar(Path body) throws Exception {
    try (ProviderServer server = server().on(CALENDAR, answer(body))) {
      List<String> lines = AnnouncementText.of(fed(server, AnnouncementKind.FOMC_MEETING));
      assertEquals(25, lines.size());
      assertEquals(
          "FOMC meeting, January 28-29, 2025 | 2025-01-28/2025-01-29 | 2025-01-28T00:00:00Z |"
              + " 2025-01-29T23:00:00Z",
          lines.get(0));
      assertEquals(
          "FOMC meeting, December 7-8, 2027 | 2027-12-07/2027-12-08 * | 2027-12-07T00:00:00Z |"
              + " unknown",
          lines.get(24));
      List<String> minutes = AnnouncementText.of(fed(server, AnnouncementKind.FOMC_MINUTES));
      assertEquals(
          "Minutes of the FOMC meeting, April 28-29, 2026 | 2026-04-28/2026-04-29 |"
              + " 2026-05-20T00:00:00Z | 2026-05-20T22:00:00Z",
          minutes.get(minutes.size() - 2));
    }
  }

  private void statementText(Path body) throws Exception {
    assertEquals(
        List.of(
            "Federal Reserve issues FOMC statement | 2016-09-20/2016-09-21 | 0.25-0.5 |"
                + " 2016-09-21T18:00:00Z | 2016-09-21T18:00:00Z"),
        AnnouncementText.of(statement(page(Files.readString(body)))));
    assertEquals(FailureKind.MALFORMED, statement(answer(body)).failed().get(0).kind());
  }

  private void noteText(Path body) throws Exception {
    assertEquals(
        List.of(
            "Federal Reserve issues FOMC statement | 2016-09-20/2016-09-21 | 0.25-0.5 |"
                + " 2016-09-21T18:00:00Z | 2016-09-21T18:00:00Z"),
        AnnouncementText.of(statement(page(Files.readString(body)))));
  }

  private void statementSkeleton(Path body) throws Exception {
    Announcements read = statement(answer(body));
    assertEquals(
        List.of(
            "Federal Reserve issues FOMC statement | 2016-09-20/2016-09-21 |"
                + " 2024-01-31T19:00:00Z | 2024-01-31T19:00:00Z"),
        AnnouncementText.of(read));
    assertEquals(
        "...statement paragraphs...\nVoting for the monetary policy action were ...",
        read.found().get(0).row().getSummary());
  }

  private void press(Path body) throws Exception {
    try (ProviderServer server = server().on("/feeds/press_all.xml", answer(body))) {
      Announcements read = fed(server, AnnouncementKind.FED_PRESS_RELEASE);
      assertEquals(3, read.found().size());
      assertEquals(
          "Federal Reserve Board announces termination of enforcement action with SNB Bancshares"
              + " and Bank of Eufaula | 2026-09-18T15:00:00Z | 2026-09-18T15:00:00Z",
          AnnouncementText.of(read).get(0));
      assertEquals(
          "Federal Reserve issues FOMC statement | 2026-09-16T18:00:00Z | 2026-09-16T18:00:00Z",
          AnnouncementText.of(read).get(2));
      assertEquals(
          "FED_PRESS_RELEASE|https://www.federalreserve.gov/newsevents/pressreleases/"
              + "monetary20260916a.htm|",
          read.found().get(2).key());
    }
  }

  private void speeches(Path body) throws Exception {
    try (ProviderServer server = server().on("/feeds/speeches.xml", answer(body))) {
      Announcements read = fed(server, AnnouncementKind.FED_SPEECH);
      assertEquals(
          List.of(
              "Waller, The Economic Outlook and Some Comments on My Policy Communication |"
                  + " 2026-09-03T12:30:00Z | 2026-09-03T12:30:00Z",
              "Waller, The Signaling Value of the Summary of Economic Projections |"
                  + " 2026-10-08T08:30:00Z | 2026-10-08T08:30:00Z"),
          AnnouncementText.of(read));
      var row = read.found().get(1).row();
      assertEquals("Waller", row.getSpeaker());
      assertEquals("Speech At the Istanbul Economic Forum, Istanbul, Türkiye", row.getSummary());
      assertEquals(
          "https://www.federalreserve.gov/newsevents/speech/waller20261008a.htm", row.getUrl());
    }
  }

  private void curveOf1990(Path body) throws Exception {
    time.set("1990-12-31T20:00:00Z");
    Announcements read = curve(body, "1990-01-01");
    List<String> lines = AnnouncementText.of(read);
    assertEquals(250, lines.size());
    assertEquals(List.of(), read.unusable());
    assertEquals(
        "Daily Treasury par yield curve rates | 1990-01-02/1990-01-02 | {10Y=7.94, 1Y=7.81,"
            + " 2Y=7.87, 30Y=8.0, 3M=7.83, 3Y=7.9, 5Y=7.87, 6M=7.89, 7Y=7.98} |"
            + " 1990-01-02T00:00:00Z | 1990-01-02T23:00:00Z",
        lines.get(0));
    assertEquals(
        "Daily Treasury par yield curve rates | 1990-12-31/1990-12-31 | {10Y=8.08, 1Y=6.82,"
            + " 2Y=7.15, 30Y=8.26, 3M=6.63, 3Y=7.4, 5Y=7.68, 6M=6.73, 7Y=8.0} |"
            + " 1990-12-31T00:00:00Z | 1990-12-31T23:00:00Z",
        lines.get(249));
  }

  private void curveOfOldFeed(Path body) throws Exception {
    time.set("2021-03-22T20:25:10Z");
    List<String> lines = AnnouncementText.of(curve(body, "2021-01-01"));
    assertEquals(53, lines.size());
    assertEquals(
        "Daily Treasury par yield curve rates | 2021-01-04/2021-01-04 | {10Y=0.93, 1M=0.09,"
            + " 1Y=0.1, 20Y=1.46, 2M=0.09, 2Y=0.11, 30Y=1.66, 3M=0.09, 3Y=0.16, 5Y=0.36,"
            + " 6M=0.09, 7Y=0.64} | 2021-01-04T00:00:00Z | 2021-01-04T23:00:00Z",
        lines.get(0));
  }

  private void curveAsCsv(Path body) {
    time.set("2026-07-03T09:00:00Z");
    ProviderException refusal =
        assertThrows(ProviderException.class, () -> curve(body, "2026-01-01"));
    assertEquals(FailureKind.MALFORMED, refusal.kind());
  }

  private void averageRates(Path body) throws Exception {
    String lastPage =
        """
        {"data":[{"record_date":"2013-11-30","security_type_desc":"Marketable",
        "security_desc":"Treasury Bills","avg_interest_rate_amt":"null"}],
        "meta":{"count":1,"total-count":101},"links":{"next":null}}""";
    try (ProviderServer server =
        server()
            .on(RATES + "?page[number]=1", answer(body))
            .on(RATES + "?page[number]=2", lastPage)) {
      Announcements read =
          new TreasuryAnnouncementProvider(server.access("treasury", ""))
              .announcements(
                  query(AnnouncementKind.TREASURY_INTEREST_RATE, LocalDate.parse("2001-01-01")));
      List<String> lines = AnnouncementText.of(read);
      assertEquals(100, lines.size());
      assertEquals(
          "Average interest rate: Marketable, Treasury Bills | 2022-03-31/2022-03-31 |"
              + " {average_interest_rate=0.329} | 2022-03-31T00:00:00Z | 2022-04-30T22:00:00Z",
          lines.get(0));
      assertEquals(1, read.unusable().size(), "the text null is no rate");
      assertEquals(
          RATES
              + "?filter=record_date%3Agte%3A2001-01-01&sort=record_date"
              + "&page%5Bnumber%5D=2&page%5Bsize%5D=100",
          server.targets().get(1));
    }
  }

  private void cutPage(Path body) throws Exception {
    try (ProviderServer server = server().on(RATES, answer(body))) {
      TreasuryAnnouncementProvider treasury =
          new TreasuryAnnouncementProvider(server.access("treasury", ""));
      AnnouncementQuery query =
          query(AnnouncementKind.TREASURY_INTEREST_RATE, LocalDate.parse("2024-01-01"));
      ProviderException refusal =
          assertThrows(ProviderException.class, () -> treasury.announcements(query));
      assertEquals(FailureKind.MALFORMED, refusal.kind());
    }
  }

  private Announcements curve(Path body, String since) throws Exception {
    try (ProviderServer server = server().on("/rates/pages/xml", answer(body))) {
      return new TreasuryAnnouncementProvider(server.access("treasury", ""))
          .announcements(query(AnnouncementKind.TREASURY_YIELD_CURVE, LocalDate.parse(since)));
    }
  }

  /** The page in the place of the statement of the meeting of September 2016. */
  private Announcements statement(MockResponse page) throws Exception {
    String calendar =
        """
        <h4>2016 FOMC Meetings</h4><div class="row fomc-meeting" ">
        <div class="fomc-meeting__month"><strong>September</strong></div>
        <div class="fomc-meeting__date">20-21*</div>
        <div><strong>Statement:</strong><br><a href="%s">HTML</a></div></div>"""
            .formatted(STATEMENT);
    try (ProviderServer server = server().on(CALENDAR, calendar).on(STATEMENT, page)) {
      return fed(server, AnnouncementKind.FOMC_STATEMENT);
    }
  }

  /** The recorder has stripped the page: its paragraphs are put into one again. */
  private static MockResponse page(String text) {
    String paragraphs =
        Stream.of(text.split("\n\n", -1))
            .map(paragraph -> "<p>" + paragraph + "</p>")
            .collect(Collectors.joining());
    return ProviderServer.answer(
        200,
        "<div id=\"article\"><div class=\"heading\"><p class=\"article__time\">September 21,"
            + " 2016</p><h3 class=\"title\">Federal Reserve issues FOMC statement</h3><p"
            + " class=\"releaseTime\">For release at 2:00 p.m. EDT</div><div>"
            + paragraphs
            + "</div></div>");
  }

  private Announcements fed(ProviderServer server, AnnouncementKind kind) throws Exception {
    return new FederalReserveAnnouncementProvider(server.access("federalreserve", ""))
        .announcements(query(kind, LocalDate.EPOCH));
  }

  private static AnnouncementQuery query(AnnouncementKind kind, LocalDate since) {
    return new AnnouncementQuery(kind, since, key -> false);
  }

  private static MockResponse answer(Path body) throws IOException {
    return new MockResponse.Builder()
        .code(200)
        .body(new Buffer().write(Files.readAllBytes(body)))
        .build();
  }

  private static void assertHolds(List<String> lines, String... wanted) {
    for (String line : wanted) {
      assertTrue(lines.contains(line), () -> line + " is not in\n" + String.join("\n", lines));
    }
  }

  private ProviderServer server() throws IOException {
    return new ProviderServer(Files.createTempDirectory(temporary, "server"), time);
  }
}
