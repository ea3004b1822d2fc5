package io.stocktrend.source.provider.fred;

import static io.stocktrend.source.provider.fred.FredRig.KEY;
import static io.stocktrend.source.provider.fred.FredRig.ROUTE;
import static io.stocktrend.source.provider.fred.FredRig.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.FredAnswer;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which windows of releases are asked for, and which releases are read from them. */
class FredObservationProviderTest {
  private static final String TOO_MANY =
      "There are 3085 vintage dates in the specified real-time period: 1776-07-04 to"
          + " 9999-12-31.  This exceeds the maximum number of vintage dates allowed for this"
          + " file type (2000).";
  private static final String OUTSIDE =
      "The series does not exist in ALFRED but may exist in FRED.  Try setting realtime_s";

  @TempDir Path folder;
  private FredRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new FredRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theOlderReleaseComesBeforeTheNewerAndEachDateOnce() throws Exception {
    rig.server()
        .on(
            ROUTE,
            new FredAnswer()
                .row("2026-02-01", "2026-02-28", "2026-01-01", "1.5")
                .row("2026-03-01", "2026-11-01", "2026-01-01", "1.6")
                .row("2026-03-01", "2026-11-01", "2026-02-01", ".")
                .text());
    SeriesValues values = rig.observations(null);
    assertEquals(
        List.of(
            value("2026-01-01", 1.5, "2026-02-01"),
            value("2026-01-01", 1.6, "2026-03-01"),
            value("2026-02-01", null, "2026-03-01")),
        values.values());
    assertEquals(LocalDate.parse("2026-11-01"), values.through());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T05:59:59Z, 2026-10-31",
    "2026-11-02T06:00:00Z, 2026-11-01",
    "2026-07-02T04:59:59Z, 2026-06-30",
    "2026-07-02T05:00:00Z, 2026-07-01"
  })
  void onlyDaysThatAreOverInStLouisAreAskedFor(String now, String last) throws Exception {
    rig.time().set(now);
    rig.server().on(ROUTE, new FredAnswer().row(last, last, "2026-01-01", "1").text());
    assertEquals(LocalDate.parse(last), rig.observations(null).through());
    assertEquals(last, rig.parameter(0, "realtime_end"));
  }

  @Test
  void whatWasReleasedByThenIsLeftOut() throws Exception {
    rig.server()
        .on(
            ROUTE,
            new FredAnswer()
                .row("2026-10-20", "2026-11-01", "2026-08-01", "1")
                .row("2026-10-20", "2026-10-24", "2026-09-01", "2")
                .row("2026-10-25", "2026-11-01", "2026-09-01", "3")
                .text());
    assertEquals(
        List.of(value("2026-09-01", 3.0, "2026-10-25")), rig.observations("2026-10-20").values());
    assertEquals("2026-10-20", rig.parameter(0, "realtime_start"));
  }

  @Test
  void nothingIsAskedForWhileNoFurtherDayIsOver() throws Exception {
    SeriesValues values = rig.observations("2026-11-01");
    assertEquals(List.of(), values.values());
    assertEquals(LocalDate.parse("2026-11-01"), values.through());
    assertEquals(List.of(), rig.server().targets());
  }

  @Test
  void pagesAreAskedForUntilAllRowsAreThere() throws Exception {
    rig.server()
        .on(
            ROUTE + "?offset=0",
            new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").of(2).text())
        .on(
            ROUTE + "?offset=1",
            new FredAnswer().row("2026-03-01", "2026-11-01", "2026-02-01", "2").of(2).text());
    assertEquals(2, rig.observations(null).values().size());
    assertEquals("20000", rig.parameter(1, "limit"));
    assertEquals("json", rig.parameter(1, "file_type"));
    assertEquals(KEY, rig.parameter(1, "api_key"));
  }

  @Test
  void anAnswerThatCountsNoRowsIsWholeUnlessItsPageIsFull() throws Exception {
    String body = new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").text();
    rig.server().on(ROUTE + "?offset=0", body.replace("\"count\":1,", ""));
    assertEquals(1, rig.observations(null).values().size());
  }

  @Test
  void anEmptyPageBeforeTheLastRowIsNoWholeAnswer() {
    rig.server()
        .on(
            ROUTE + "?offset=0",
            new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").of(9).text())
        .on(ROUTE + "?offset=1", new FredAnswer().of(9).text());
    ProviderException failure = rig.failure();
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertTrue(failure.getMessage().contains("1 of 9 rows"), failure.getMessage());
  }

  @Test
  void tooManyVintagesAreAskedForInHalvesAndAValueThatGoesOnIsOneRelease() throws Exception {
    rig.server()
        .on(ROUTE, refusal(TOO_MANY))
        .on(ROUTE, refusal(OUTSIDE))
        .on(ROUTE, new FredAnswer().row("2015-01-05", "2026-11-01", "2015-01-02", "1.5").text());
    SeriesValues values = rig.observations(null);
    assertEquals(List.of(value("2015-01-02", 1.5, "2015-01-05")), values.values());
    assertEquals("1776-07-04", rig.parameter(1, "realtime_start"));
    LocalDate middle = LocalDate.parse(rig.parameter(1, "realtime_end"));
    assertEquals(middle.plusDays(1).toString(), rig.parameter(2, "realtime_start"));
    assertEquals("2026-11-01", rig.parameter(2, "realtime_end"));
  }

  @Test
  void aVintageAcrossTwoWindowsIsNotReleasedTwice() throws Exception {
    // A window of two days: its halves are the one and the other.
    rig.server()
        .on(ROUTE, refusal(TOO_MANY))
        .on(
            ROUTE,
            new FredAnswer()
                .row("2026-10-31", "2026-10-31", "2026-08-01", "1")
                .row("2026-10-31", "2026-10-31", "2026-09-01", "2")
                .text())
        .on(
            ROUTE,
            new FredAnswer()
                .row("2026-11-01", "2026-11-01", "2026-08-01", "1")
                .row("2026-11-01", "2026-11-01", "2026-09-01", "2.5")
                .text());
    rig.time().set("2026-11-02T10:00:00Z");
    assertEquals(
        List.of(value("2026-09-01", 2.5, "2026-11-01")), rig.observations("2026-10-31").values());
  }

  @Test
  void aSeriesThatIsNotArchivedComesAsItIsNow() throws Exception {
    rig.server()
        .on(ROUTE, refusal(OUTSIDE))
        .on(ROUTE, new FredAnswer().row("2026-11-02", "2026-11-02", "2026-10-30", "5").text());
    SeriesValues values = rig.observations(null);
    assertEquals(List.of(value("2026-10-30", 5.0, null)), values.values());
    assertNull(values.through());
    assertNull(rig.parameter(1, "realtime_start"));
  }

  private static SeriesValue value(String date, Double value, String released) {
    LocalDate day = released == null ? null : LocalDate.parse(released);
    return new SeriesValue(LocalDate.parse(date), value, day);
  }
}
