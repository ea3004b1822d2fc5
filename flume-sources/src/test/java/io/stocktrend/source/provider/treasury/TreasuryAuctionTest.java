package io.stocktrend.source.provider.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.Announcements;
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

/** Auctions that are announced, and those that were held. */
class TreasuryAuctionTest {
  private static final String AUCTIONS = "/TA_WS/securities/search";

  @TempDir Path folder;
  private TreasuryRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new TreasuryRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void anAnnouncedAuctionHasTermsAndAHeldOneResults() throws Exception {
    rig.server()
        .on(
            AUCTIONS,
            "["
                + auction("2026-01-05", "", "2025-12-30T11:01:02")
                + ","
                + auction("2025-12-29", "2.5", "2025-12-29T11:33:04")
                + "]");

    List<Finding> found = rig.read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01").found();

    assertEquals("13-Week Treasury CMB auction, CUSIP 000SYN", found.get(0).row().getTitle());
    assertEquals(8e10, found.get(0).row().getValues().get("offering_amount"));
    assertFalse(found.get(0).row().getValues().containsKey("bid_to_cover_ratio"));
    assertEquals(Instant.parse("2025-12-30T16:01:02Z"), found.get(0).publishedAt());
    assertEquals(2.5, found.get(1).row().getValues().get("bid_to_cover_ratio"));
    assertEquals(Instant.parse("2025-12-29T16:33:04Z"), found.get(1).publishedAt());
    assertTrue(found.get(1).datesVersion());
    assertEquals(
        AUCTIONS + "?startDate=2025-12-01&endDate=2026-03-06&dateFieldName=auctionDate&format=json",
        rig.server().targets().get(0));
  }

  @Test
  void resultsWithoutATimeOfTheirOwnAreKnownByTheEvening() throws Exception {
    rig.server()
        .on(
            AUCTIONS,
            "["
                + auction("2025-12-29", "2.5", "2025-12-29T11:29:59")
                + ","
                + auction("2025-12-30", "2.5", "")
                + "]");

    List<Finding> found = rig.read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01").found();

    assertEquals(Instant.parse("2025-12-29T23:00:00Z"), found.get(0).publishedAt());
    assertFalse(found.get(0).datesVersion(), "an update before the closing brought no results");
    assertEquals(Instant.parse("2025-12-30T23:00:00Z"), found.get(1).publishedAt());
  }

  @Test
  void anAuctionThatNobodyDatesIsKnownFromItsSighting() throws Exception {
    rig.server()
        .on(
            AUCTIONS,
            "[{\"cusip\":\"000SYN\",\"securityTerm\":\"13-Week\",\"securityType\":\"Bill\","
                + "\"auctionDate\":\"2026-01-05T00:00:00\"},"
                + "{\"cusip\":\"000SYN\",\"securityTerm\":\"13-Week\",\"auctionDate\":\"2026-54-09\"}]");

    Announcements read = rig.read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01");

    assertNull(read.found().get(0).publishedAt());
    assertEquals(
        List.of("the auction of 000SYN on null lacks its CUSIP, term or day"), read.unusable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "<html></html>", "[{]", ""})
  void whatIsNoListOfSecuritiesIsMalformed(String body) {
    rig.server().on(AUCTIONS, body);
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_AUCTION));
  }

  private static String auction(String day, String ratio, String updated) {
    return """
    {"cusip":"000SYN","securityType":"Bill","type":"CMB","securityTerm":"13-Week",
    "auctionDate":"%sT00:00:00","announcementDate":"2025-12-23T00:00:00",
    "closingTimeCompetitive":"11:30 AM","offeringAmount":"80000000000","bidToCoverRatio":"%s",
    "highYield":"","updatedTimestamp":"%s"}"""
        .formatted(day, ratio, updated);
  }
}
