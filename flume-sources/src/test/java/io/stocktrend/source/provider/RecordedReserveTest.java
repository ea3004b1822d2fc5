package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.federalreserve.FederalReserveAnnouncementProvider;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Federal Reserve really sent, read in place from the folder in the system property {@code
 * stocktrend.recordings}, held against values read by hand. The table says which body proves what.
 */
class RecordedReserveTest {
  private static final String NOW = "2026-11-02T09:00:00Z";
  private static final String CALENDAR = "/monetarypolicy/fomccalendars.htm";
  private static final String STATEMENT = "/newsevents/pressreleases/monetary20160921a.htm";

  @TempDir Path temporary;
  private final SteppedTime time = new SteppedTime(NOW);
  private Path recordings;

  private Map<String, RecordedProof> table() {
    Map<String, RecordedProof> table = new LinkedHashMap<>();
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
    return table;
  }

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @TestFactory
  Stream<DynamicTest> eachBodyIsReadAsTheTableSays() {
    return RecordedProof.tests(table(), recordings, () -> time.set(NOW));
  }

  /** The bodies that the table knows. */
  static Set<String> names() {
    return new RecordedReserveTest().table().keySet();
  }

  private void wholeCalendar(Path body) throws Exception {
    time.set("2026-04-23T12:00:00Z");
    try (ProviderServer server = server().on(CALENDAR, RecordedProof.answer(body))) {
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
    try (ProviderServer server = server().on(CALENDAR, RecordedProof.answer(body))) {
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
    assertEquals(
        FailureKind.MALFORMED, statement(RecordedProof.answer(body)).failed().get(0).kind());
  }

  private void noteText(Path body) throws Exception {
    assertEquals(
        List.of(
            "Federal Reserve issues FOMC statement | 2016-09-20/2016-09-21 | 0.25-0.5 |"
                + " 2016-09-21T18:00:00Z | 2016-09-21T18:00:00Z"),
        AnnouncementText.of(statement(page(Files.readString(body)))));
  }

  private void statementSkeleton(Path body) throws Exception {
    Announcements read = statement(RecordedProof.answer(body));
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
    try (ProviderServer server = server().on("/feeds/press_all.xml", RecordedProof.answer(body))) {
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
    try (ProviderServer server = server().on("/feeds/speeches.xml", RecordedProof.answer(body))) {
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
        .announcements(RecordedProof.query(kind, LocalDate.EPOCH));
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
