package io.stocktrend.source.provider.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementQuery;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.EachHostileDocumentType;
import io.stocktrend.source.provider.Finding;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreasuryAnnouncementProviderTest {
  private static final String CURVE = "/rates/pages/xml";
  private static final String DEBT = "/fiscal/v2/accounting/od/debt_to_penny";
  private static final String AUCTIONS = "/TA_WS/securities/search";
  private static final String TITLE = "Daily Treasury par yield curve rates | ";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-01-05T09:00:00Z");
  private ProviderServer server;
  private TreasuryAnnouncementProvider treasury;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    treasury = new TreasuryAnnouncementProvider(server.access("treasury", ""));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theCurveIsAskedForEachYearSinceTheDay() throws Exception {
    server
        .on(CURVE + "?field_tdr_date_value=2025", curve(day("2025-12-30", "1_5MONTH", "3.5")))
        .on(CURVE + "?field_tdr_date_value=2026", curve(day("2026-01-02", "10YEAR", "4.25")));

    assertEquals(
        List.of(
            TITLE
                + "2025-12-30/2025-12-30 | {1.5M=3.5} | 2025-12-30T00:00:00Z |"
                + " 2025-12-30T23:00:00Z",
            TITLE
                + "2026-01-02/2026-01-02 | {10Y=4.25} | 2026-01-02T00:00:00Z |"
                + " 2026-01-02T23:00:00Z"),
        AnnouncementText.of(read(AnnouncementKind.TREASURY_YIELD_CURVE, "2025-12-01")));
    assertEquals(
        CURVE + "?data=daily_treasury_yield_curve&field_tdr_date_value=2025",
        server.targets().get(0));
  }

  @Test
  void holidaysAndDaysBeforeAreNoRows() throws Exception {
    server.on(
        CURVE,
        curve(
            "<entry><content><m:properties><d:NEW_DATE>2026-01-01T00:00:00</d:NEW_DATE>"
                + "</m:properties></content></entry>"
                + day("2026-01-02", "10YEAR", "4.25")
                + day("2026-01-03", "10YEAR", "4.5")
                + day("someday", "10YEAR", "5")));

    Announcements read = read(AnnouncementKind.TREASURY_YIELD_CURVE, "2026-01-03");

    assertEquals(1, read.found().size());
    assertEquals(List.of("a curve of the day 'someday', which is no date"), read.unusable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Down for maintenance</body></html>",
        "",
        "Date,\"1 Mo\"\n07/02/2026,3.70",
        "<feed><entry><content><m:properties xmlns:m=\"m\"><NEW_DATE>2026-01-02",
        "<feed><properties><NEW_DATE>2026-01-02</NEW_DATE><BC_1YEAR>n/a</BC_1YEAR></properties>"
            + "</feed>",
        "<!DOCTYPE feed [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><feed><properties>"
            + "<NEW_DATE>&e;</NEW_DATE></properties></feed>",
      })
  void whatIsNoCurveIsMalformed(String body) {
    server.on(CURVE, body);
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_YIELD_CURVE));
  }

  @EachHostileDocumentType
  void nothingThatADocumentTypeNamesIsFetchedOrPutIn(String type) {
    server.on("/elsewhere", "2026-01-02");
    String named = "?>" + type.replace("URL", server.url("/elsewhere"));
    server.on(CURVE, curve(day("&e;", "10YEAR", "4.25")).replace("?>", named));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_YIELD_CURVE));
    assertEquals(List.of(), server.requests("/elsewhere"));
  }

  @Test
  void debtIsKnownByTheNextRowsEveningAndTheNewestUnknown() throws Exception {
    server
        .on(
            DEBT + "?page[number]=1",
            page(debt("2025-12-31", "2.50", "1"), 3, "&page%5Bnumber%5D=2&page%5Bsize%5D=100"))
        .on(
            DEBT + "?page[number]=2",
            page(debt("2026-01-02", "null", "") + "," + debt("2026-01-05", "3", "null"), 3, null));

    Announcements read = read(AnnouncementKind.TREASURY_DEBT, "2025-12-01");

    assertEquals(
        List.of(
            "Debt to the penny | 2025-12-31/2025-12-31 | {intragovernmental_holdings=1.0,"
                + " total_public_debt=2.5} | 2025-12-31T00:00:00Z | 2026-01-05T23:00:00Z",
            "Debt to the penny | 2026-01-05/2026-01-05 | {total_public_debt=3.0} |"
                + " 2026-01-05T00:00:00Z | unknown"),
        AnnouncementText.of(read));
    assertEquals(List.of("the debt of 2026-01-02 lacks its day or every amount"), read.unusable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example/", "/other", "?a=b", "&page=2#x", "&a=b&c"})
  void aLinkToTheNextPageLeadsNowhereElse(String link) {
    server.on(DEBT, page(debt("2026-01-02", "2", "1"), 2, link));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_DEBT));
    assertEquals(1, server.targets().size());
  }

  @Test
  void pagesThatEndTooEarlyAreNoAnswer() {
    server.on(DEBT, page(debt("2026-01-02", "2", "1"), 2, null));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_DEBT));
  }

  @Test
  void aLinkBackToAPageIsNoAnswer() {
    server.on(
        DEBT, page(debt("2026-01-02", "2", "1"), 2, "&page%5Bnumber%5D=1&page%5Bsize%5D=100"));
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_DEBT));
    assertEquals(1, server.targets().size());
  }

  @Test
  void anAnnouncedAuctionHasTermsAndAHeldOneResults() throws Exception {
    server.on(
        AUCTIONS,
        "["
            + auction("2026-01-05", "", "2025-12-30T11:01:02")
            + ","
            + auction("2025-12-29", "2.5", "2025-12-29T11:33:04")
            + "]");

    List<Finding> found = read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01").found();

    assertEquals("13-Week Treasury CMB auction, CUSIP 000SYN", found.get(0).row().getTitle());
    assertEquals(8e10, found.get(0).row().getValues().get("offering_amount"));
    assertFalse(found.get(0).row().getValues().containsKey("bid_to_cover_ratio"));
    assertEquals(Instant.parse("2025-12-30T16:01:02Z"), found.get(0).publishedAt());
    assertEquals(2.5, found.get(1).row().getValues().get("bid_to_cover_ratio"));
    assertEquals(Instant.parse("2025-12-29T16:33:04Z"), found.get(1).publishedAt());
    assertTrue(found.get(1).datesVersion());
    assertEquals(
        AUCTIONS + "?startDate=2025-12-01&endDate=2026-03-06&dateFieldName=auctionDate&format=json",
        server.targets().get(0));
  }

  @Test
  void resultsWithoutATimeOfTheirOwnAreKnownByTheEvening() throws Exception {
    server.on(
        AUCTIONS,
        "["
            + auction("2025-12-29", "2.5", "2025-12-29T11:29:59")
            + ","
            + auction("2025-12-30", "2.5", "")
            + "]");

    List<Finding> found = read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01").found();

    assertEquals(Instant.parse("2025-12-29T23:00:00Z"), found.get(0).publishedAt());
    assertFalse(found.get(0).datesVersion(), "an update before the closing brought no results");
    assertEquals(Instant.parse("2025-12-30T23:00:00Z"), found.get(1).publishedAt());
  }

  @Test
  void anAuctionThatNobodyDatesIsKnownFromItsSighting() throws Exception {
    server.on(
        AUCTIONS,
        "[{\"cusip\":\"000SYN\",\"securityTerm\":\"13-Week\",\"securityType\":\"Bill\","
            + "\"auctionDate\":\"2026-01-05T00:00:00\"},"
            + "{\"cusip\":\"000SYN\",\"securityTerm\":\"13-Week\",\"auctionDate\":\"2026-54-09\"}]");

    Announcements read = read(AnnouncementKind.TREASURY_AUCTION, "2025-12-01");

    assertNull(read.found().get(0).publishedAt());
    assertEquals(
        List.of("the auction of 000SYN on null lacks its CUSIP, term or day"), read.unusable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "<html></html>", "[{]", ""})
  void whatIsNoListOfSecuritiesIsMalformed(String body) {
    server.on(AUCTIONS, body);
    assertEquals(FailureKind.MALFORMED, failure(AnnouncementKind.TREASURY_AUCTION));
  }

  private static String curve(String entries) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns:d=\"d\" xmlns:m=\"m\">"
        + entries
        + "</feed>";
  }

  private static String day(String date, String maturity, String rate) {
    return """
    <entry><content><m:properties><d:Id>1</d:Id><d:NEW_DATE>%sT00:00:00</d:NEW_DATE>
    <d:BC_%s>%s</d:BC_%s><d:BC_2YEAR m:null="true"/><d:BC_30YEARDISPLAY>0.00</d:BC_30YEARDISPLAY>
    </m:properties></content></entry>"""
        .formatted(date, maturity, rate, maturity)
        .replace("somedayT00:00:00", "someday");
  }

  private static String debt(String day, String total, String intragov) {
    return "{\"record_date\":\"%s\",\"tot_pub_debt_out_amt\":\"%s\",\"intragov_hold_amt\":\"%s\"}"
        .formatted(day, total, intragov);
  }

  private static String page(String rows, int total, String next) {
    String link = next == null ? "null" : '"' + next + '"';
    return "{\"data\":[%s],\"meta\":{\"total-count\":%d},\"links\":{\"next\":%s}}"
        .formatted(rows, total, link);
  }

  private static String auction(String day, String ratio, String updated) {
    return """
    {"cusip":"000SYN","securityType":"Bill","type":"CMB","securityTerm":"13-Week",
    "auctionDate":"%sT00:00:00","announcementDate":"2025-12-23T00:00:00",
    "closingTimeCompetitive":"11:30 AM","offeringAmount":"80000000000","bidToCoverRatio":"%s",
    "highYield":"","updatedTimestamp":"%s"}"""
        .formatted(day, ratio, updated);
  }

  private Announcements read(AnnouncementKind kind, String since) throws Exception {
    return treasury.announcements(
        new AnnouncementQuery(kind, LocalDate.parse(since), key -> false));
  }

  private FailureKind failure(AnnouncementKind kind) {
    return assertThrows(ProviderException.class, () -> read(kind, "2026-01-01")).kind();
  }
}
