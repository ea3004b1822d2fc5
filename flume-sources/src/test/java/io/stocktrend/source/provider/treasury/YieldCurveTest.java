package io.stocktrend.source.provider.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.provider.AnnouncementKind;
import io.stocktrend.source.provider.AnnouncementText;
import io.stocktrend.source.provider.Announcements;
import io.stocktrend.source.provider.EachHostileDocumentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The par yield curve, a row a day, as the Treasury gives it in XML. */
class YieldCurveTest {
  private static final String CURVE = "/rates/pages/xml";
  private static final String TITLE = "Daily Treasury par yield curve rates | ";

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
  void theCurveIsAskedForEachYearSinceTheDay() throws Exception {
    rig.server()
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
        AnnouncementText.of(rig.read(AnnouncementKind.TREASURY_YIELD_CURVE, "2025-12-01")));
    assertEquals(
        CURVE + "?data=daily_treasury_yield_curve&field_tdr_date_value=2025",
        rig.server().targets().get(0));
  }

  @Test
  void holidaysAndDaysBeforeAreNoRows() throws Exception {
    rig.server()
        .on(
            CURVE,
            curve(
                "<entry><content><m:properties><d:NEW_DATE>2026-01-01T00:00:00</d:NEW_DATE>"
                    + "</m:properties></content></entry>"
                    + day("2026-01-02", "10YEAR", "4.25")
                    + day("2026-01-03", "10YEAR", "4.5")
                    + day("someday", "10YEAR", "5")));

    Announcements read = rig.read(AnnouncementKind.TREASURY_YIELD_CURVE, "2026-01-03");

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
    rig.server().on(CURVE, body);
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_YIELD_CURVE));
  }

  @EachHostileDocumentType
  void nothingThatADocumentTypeNamesIsFetchedOrPutIn(String type) {
    rig.server().on("/elsewhere", "2026-01-02");
    String named = "?>" + type.replace("URL", rig.server().url("/elsewhere"));
    rig.server().on(CURVE, curve(day("&e;", "10YEAR", "4.25")).replace("?>", named));
    assertEquals(FailureKind.MALFORMED, rig.failure(AnnouncementKind.TREASURY_YIELD_CURVE));
    assertEquals(List.of(), rig.server().requests("/elsewhere"));
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
}
