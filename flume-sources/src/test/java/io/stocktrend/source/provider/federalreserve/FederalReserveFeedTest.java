package io.stocktrend.source.provider.federalreserve;

import static io.stocktrend.source.provider.federalreserve.FedRig.MAINTENANCE;
import static io.stocktrend.source.provider.federalreserve.FedRig.PRESS;
import static io.stocktrend.source.provider.federalreserve.FedRig.feed;
import static io.stocktrend.source.provider.federalreserve.FedRig.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.EachHostileDocumentType;
import io.stocktrend.source.provider.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Press releases and speeches from a feed. */
class FederalReserveFeedTest {
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
  void itemsWithoutADateAreSaidAndLeftOut() throws Exception {
    rig.server()
        .on(
            PRESS,
            feed(
                item("Good &amp;amp; fine", "/a.htm", "Mon, 2 Nov 2026 08:00:00 GMT")
                    + item("Undated", "/b.htm", "soon")
                    + item("By day and zone", "/c.htm", "Mon, 2 Nov 2026 03:01:00 EST")));

    Announcements read = rig.read(AnnouncementKind.FED_PRESS_RELEASE);

    assertEquals(
        List.of("Good & fine", "By day and zone"),
        read.found().stream().map(finding -> finding.row().getTitle()).toList());
    assertEquals(List.of("the item 'Undated' has no date that can be read"), read.unusable());
    assertEquals(Instant.parse("2026-11-02T08:01:00Z"), read.found().get(1).row().getEventTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-30", "Fri, 30 Oct 2026 00:00:00 GMT"})
  void aDayWithoutATimeIsKnownFromItsEvening(String date) throws Exception {
    rig.server().on(PRESS, feed(item("By day", "/a.htm", date)));
    Finding found = rig.read(AnnouncementKind.FED_PRESS_RELEASE).found().get(0);
    assertEquals(Instant.parse("2026-10-30T22:00:00Z"), found.publishedAt());
  }

  @EachHostileDocumentType
  void nothingThatADocumentTypeNamesIsFetchedOrPutIn(String type) {
    rig.server().on("/elsewhere", "2026-01-02");
    String named = "?>" + type.replace("URL", rig.server().url("/elsewhere"));
    rig.server()
        .on(PRESS, feed(item("&e;", "x", "Mon, 02 Nov 2026 08:00:00 GMT")).replace("?>", named));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.FED_PRESS_RELEASE));
    assertEquals(List.of(), rig.server().requests("/elsewhere"));
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
    rig.server().on(PRESS, body);
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.FED_PRESS_RELEASE));
  }
}
