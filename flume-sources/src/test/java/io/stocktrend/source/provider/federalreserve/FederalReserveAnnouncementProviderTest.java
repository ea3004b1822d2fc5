package io.stocktrend.source.provider.federalreserve;

import static io.stocktrend.source.provider.federalreserve.FedRig.CALENDAR;
import static io.stocktrend.source.provider.federalreserve.FedRig.MAINTENANCE;
import static io.stocktrend.source.provider.federalreserve.FedRig.page;
import static io.stocktrend.source.provider.federalreserve.FedRig.row;
import static io.stocktrend.source.provider.federalreserve.FedRig.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of the FOMC: its meetings, and what it says of the other kinds. */
class FederalReserveAnnouncementProviderTest {
  @TempDir Path folder;
  private FedRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new FedRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aRowWithoutDaysIsSaidAndCostsNoOther() throws Exception {
    rig.server()
        .on(
            CALENDAR,
            "\uFEFF" + year(2026, row("TBD", "to be announced", "") + row("June", "9-10*", "")));

    Announcements read = rig.read(AnnouncementKind.FOMC_MEETING);

    assertEquals(List.of("the row 'TBD to be announced' of 2026 says no days"), read.unusable());
    assertEquals(
        List.of(
            "FOMC meeting, June 9-10, 2026 | 2026-06-09/2026-06-10 * | 2026-06-09T00:00:00Z |"
                + " 2026-06-10T22:00:00Z"),
        AnnouncementText.of(read));
  }

  @Test
  void onlyARegularMeetingThatIsOverWasKnownByItsEnd() throws Exception {
    rig.server()
        .on(
            CALENDAR,
            year(
                2026,
                row("May", "5 (unscheduled)", "")
                    + row("June", "9-10 (cancelled)", "")
                    + row("Oct/Nov", "31-1", "")
                    + row("November", "2", "")));

    List<String> lines = AnnouncementText.of(rig.read(AnnouncementKind.FOMC_MEETING));

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
    rig.server().on(CALENDAR, page);
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.FOMC_MEETING));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.FOMC_STATEMENT));
  }

  @Test
  void aPageThatWasCutIsNoCalendar() {
    rig.server().on(CALENDAR, "<html><body>" + year(2026, row("June", "9-10*", "")) + "<div");
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.FOMC_MEETING));
  }

  @Test
  void oneCalendarServesForTheKindsOfARound() throws Exception {
    rig.server().on(CALENDAR, year(2026, row("June", "9-10*", "")));
    rig.read(AnnouncementKind.FOMC_MEETING);
    rig.read(AnnouncementKind.FOMC_MINUTES);
    assertEquals(1, rig.server().requests(CALENDAR).size());

    rig.time().set("2026-11-02T09:10:00Z");
    rig.read(AnnouncementKind.FOMC_MEETING);
    assertEquals(2, rig.server().requests(CALENDAR).size());
  }

  @Test
  void aKindOfAnotherProviderIsAMistake() {
    assertThrows(IllegalArgumentException.class, () -> rig.read(AnnouncementKind.TREASURY_DEBT));
  }
}
