package io.stocktrend.source.provider.fred;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.FredAnswer;
import io.stocktrend.source.provider.Frequency;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FredObservationProviderTest {
  private static final String ROUTE = "/fred/series/observations";
  private static final String KEY = "canarycanarycanarycanarycanary12";
  private static final String TOO_MANY =
      error(
          "There are 3085 vintage dates in the specified real-time period: 1776-07-04 to"
              + " 9999-12-31.  This exceeds the maximum number of vintage dates allowed for this"
              + " file type (2000).");
  private static final String OUTSIDE =
      error("The series does not exist in ALFRED but may exist in FRED.  Try setting realtime_s");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private ProviderServer server;
  private FredObservationProvider fred;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    fred = new FredObservationProvider(server.access("fred", KEY));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theOlderReleaseComesBeforeTheNewerAndEachDateOnce() throws Exception {
    server.on(
        ROUTE,
        new FredAnswer()
            .row("2026-02-01", "2026-02-28", "2026-01-01", "1.5")
            .row("2026-03-01", "2026-11-01", "2026-01-01", "1.6")
            .row("2026-03-01", "2026-11-01", "2026-02-01", ".")
            .text());
    SeriesValues values = fred.observations(query(null));
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
    time.set(now);
    server.on(ROUTE, new FredAnswer().row(last, last, "2026-01-01", "1").text());
    assertEquals(LocalDate.parse(last), fred.observations(query(null)).through());
    assertEquals(last, parameter(0, "realtime_end"));
  }

  @Test
  void whatWasReleasedByThenIsLeftOut() throws Exception {
    server.on(
        ROUTE,
        new FredAnswer()
            .row("2026-10-20", "2026-11-01", "2026-08-01", "1")
            .row("2026-10-20", "2026-10-24", "2026-09-01", "2")
            .row("2026-10-25", "2026-11-01", "2026-09-01", "3")
            .text());
    assertEquals(
        List.of(value("2026-09-01", 3.0, "2026-10-25")),
        fred.observations(query("2026-10-20")).values());
    assertEquals("2026-10-20", parameter(0, "realtime_start"));
  }

  @Test
  void nothingIsAskedForWhileNoFurtherDayIsOver() throws Exception {
    SeriesValues values = fred.observations(query("2026-11-01"));
    assertEquals(List.of(), values.values());
    assertEquals(LocalDate.parse("2026-11-01"), values.through());
    assertEquals(List.of(), server.targets());
  }

  @Test
  void pagesAreAskedForUntilAllRowsAreThere() throws Exception {
    server
        .on(
            ROUTE + "?offset=0",
            new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").of(2).text())
        .on(
            ROUTE + "?offset=1",
            new FredAnswer().row("2026-03-01", "2026-11-01", "2026-02-01", "2").of(2).text());
    assertEquals(2, fred.observations(query(null)).values().size());
    assertEquals("20000", parameter(1, "limit"));
    assertEquals("json", parameter(1, "file_type"));
    assertEquals(KEY, parameter(1, "api_key"));
  }

  @Test
  void anEmptyPageEndsThePaging() throws Exception {
    server
        .on(
            ROUTE + "?offset=0",
            new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").of(9).text())
        .on(ROUTE + "?offset=1", new FredAnswer().of(9).text());
    assertEquals(1, fred.observations(query(null)).values().size());
  }

  @Test
  void tooManyVintagesAreAskedForInHalvesAndAValueThatGoesOnIsOneRelease() throws Exception {
    server
        .on(ROUTE, refused(TOO_MANY))
        .on(ROUTE, refused(OUTSIDE))
        .on(ROUTE, new FredAnswer().row("2015-01-05", "2026-11-01", "2015-01-02", "1.5").text());
    SeriesValues values = fred.observations(query(null));
    assertEquals(List.of(value("2015-01-02", 1.5, "2015-01-05")), values.values());
    assertEquals("1776-07-04", parameter(1, "realtime_start"));
    LocalDate middle = LocalDate.parse(parameter(1, "realtime_end"));
    assertEquals(middle.plusDays(1).toString(), parameter(2, "realtime_start"));
    assertEquals("2026-11-01", parameter(2, "realtime_end"));
  }

  @Test
  void aVintageAcrossTwoWindowsIsNotReleasedTwice() throws Exception {
    // A window of two days: its halves are the one and the other.
    server
        .on(ROUTE, refused(TOO_MANY))
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
    time.set("2026-11-02T10:00:00Z");
    assertEquals(
        List.of(value("2026-09-01", 2.5, "2026-11-01")),
        fred.observations(query("2026-10-31")).values());
  }

  @Test
  void aSeriesThatIsNotArchivedComesAsItIsNow() throws Exception {
    server
        .on(ROUTE, refused(OUTSIDE))
        .on(ROUTE, new FredAnswer().row("2026-11-02", "2026-11-02", "2026-10-30", "5").text());
    SeriesValues values = fred.observations(query(null));
    assertEquals(List.of(value("2026-10-30", 5.0, null)), values.values());
    assertNull(values.through());
    assertNull(parameter(1, "realtime_start"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Variable api_key is not set.  Read https://x for more information. | AUTHENTICATION",
        "The value for variable api_key is not a 32 character string. | AUTHENTICATION",
        "The value for variable api_key is not registered. | AUTHENTICATION",
        "The series does not exist. | NOT_FOUND",
        "Variable realtime_end can not be after today's date (2026-11-01). | MALFORMED"
      })
  void aRefusalIsSortedByItsSentence(String sentence, FailureKind kind) {
    server.on(ROUTE, refused(error(sentence)));
    assertEquals(kind, failure().kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | {} | RATE_LIMIT",
        "503 | busy | UNAVAILABLE",
        "400 | {} | MALFORMED",
        "200 | {} | MALFORMED",
        "200 | <observations/> | MALFORMED",
        "200 | {\"observations\":[{\"realtime_start\":\"x\"}]} | MALFORMED"
      })
  void whatIsNoAnswerIsSortedToo(int status, String body, FailureKind kind) {
    server.on(ROUTE, status, body);
    assertEquals(kind, failure().kind());
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    server.on(ROUTE, new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "n.b.").text());
    ProviderException failure = failure();
    assertEquals(FailureKind.MALFORMED, failure.kind());
    assertTrue(failure.getMessage().contains("is no number"), failure.getMessage());
  }

  @Test
  void noRefusalRepeatsTheKey() {
    server.on(ROUTE, refused(error("The value " + KEY + " for variable api_key is bad.")));
    assertFalse(failure().getMessage().contains(KEY));
  }

  @Test
  void theBudgetLetsTwoASecondThrough() throws Exception {
    server.close();
    SteppedTime slow = new SteppedTime("2026-11-02T10:00:00Z");
    try (ProviderServer limited = new ProviderServer(folder, slow)) {
      Files.writeString(
          limited.providersFile(),
          Files.readString(limited.providersFile()).replaceAll("fred.requestsPer\\w+ = 0\n", ""));
      limited.on(ROUTE, new FredAnswer().row("2026-02-01", "2026-11-01", "2026-01-01", "1").text());
      FredObservationProvider asking = new FredObservationProvider(limited.access("fred", KEY));
      for (int i = 0; i < 6; i++) {
        asking.observations(query(null));
      }
      Duration taken = Duration.between(Instant.parse("2026-11-02T10:00:00Z"), slow.instant());
      assertTrue(taken.compareTo(Duration.ofSeconds(2)) >= 0, taken.toString());
    }
  }

  private ProviderException failure() {
    return assertThrows(ProviderException.class, () -> fred.observations(query(null)));
  }

  private String parameter(int request, String name) {
    return server.requests(ROUTE).get(request).getUrl().queryParameter(name);
  }

  private static SeriesQuery query(String since) {
    LocalDate day = since == null ? null : LocalDate.parse(since);
    return new SeriesQuery("GDP", "USA", Frequency.QUARTERLY, day);
  }

  private static SeriesValue value(String date, Double value, String released) {
    LocalDate day = released == null ? null : LocalDate.parse(released);
    return new SeriesValue(LocalDate.parse(date), value, day);
  }

  private static String error(String sentence) {
    return "{\"error_code\":400,\"error_message\":\"Bad Request.  " + sentence + "\"}";
  }

  private static MockResponse refused(String body) {
    return ProviderServer.answer(400, body);
  }
}
