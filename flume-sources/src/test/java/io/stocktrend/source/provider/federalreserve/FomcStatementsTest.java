package io.stocktrend.source.provider.federalreserve;

import static io.stocktrend.source.provider.federalreserve.FedRig.CALENDAR;
import static io.stocktrend.source.provider.federalreserve.FedRig.PRESS;
import static io.stocktrend.source.provider.federalreserve.FedRig.STATEMENTS;
import static io.stocktrend.source.provider.federalreserve.FedRig.feed;
import static io.stocktrend.source.provider.federalreserve.FedRig.item;
import static io.stocktrend.source.provider.federalreserve.FedRig.page;
import static io.stocktrend.source.provider.federalreserve.FedRig.row;
import static io.stocktrend.source.provider.federalreserve.FedRig.year;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.ProviderServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of the FOMC, each on a page of its own that the calendar names. */
class FomcStatementsTest {
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
  void aStatementThatIsKnownIsNotAskedForAgain() throws Exception {
    statements();
    String known =
        "FOMC_STATEMENT|https://www.federalreserve.gov" + STATEMENTS + "20260610a.htm|2026-06-09";

    Announcements read = rig.read(AnnouncementKind.FOMC_STATEMENT, known::equals);

    assertEquals(List.of(), rig.server().requests(STATEMENTS + "20260610a.htm"));
    assertEquals(
        List.of(
            "Made up | 2026-07-28/2026-07-29 | 3.0-3.25 | 2026-07-29T18:00:00Z |"
                + " 2026-07-29T18:00:00Z"),
        AnnouncementText.of(read));
  }

  @Test
  void onePageThatIsGoneCostsNoOtherStatement() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");

    Announcements read = rig.read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(1, read.found().size());
    assertEquals(FailureKind.NOT_FOUND, read.failed().get(0).kind());
  }

  @Test
  void aStatementWithoutATimeTakesThatOfTheFeed() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");
    rig.server()
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For immediate release"))
        .on(PRESS, feed(item("S", STATEMENTS + "20260610a.htm", "Wed, 10 Jun 2026 18:05:00 GMT")));

    Announcements read = rig.read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(Instant.parse("2026-06-10T18:05:00Z"), read.found().get(0).row().getEventTime());
  }

  @Test
  void aStatementWithoutAnyTimeIsSaidAndLeftOut() throws Exception {
    statements().off(STATEMENTS + "20260610a.htm");
    rig.server()
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For immediate release"))
        .on(PRESS, feed(""));

    Announcements read = rig.read(AnnouncementKind.FOMC_STATEMENT);

    assertEquals(1, read.found().size());
    assertEquals(
        List.of(
            "the statement https://www.federalreserve.gov"
                + STATEMENTS
                + "20260610a.htm has no release time"),
        read.unusable());
  }

  private ProviderServer statements() {
    return rig.server()
        .on(
            CALENDAR,
            year(2026, row("June", "9-10*", "20260610") + row("July", "28-29", "20260729")))
        .on(STATEMENTS + "20260610a.htm", page("June 10, 2026", "For release at 2:00 p.m. EDT"))
        .on(STATEMENTS + "20260729a.htm", page("July 29, 2026", "For release at 2:00 p.m. EDT"));
  }
}
