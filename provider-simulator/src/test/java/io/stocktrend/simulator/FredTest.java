package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FredTest {

  private static final String KEY = "&api_key=abcdefghijklmnopqrstuvwxyz012345";
  private static final String PATH = "/fred/series/observations?file_type=json" + KEY;
  private static final String ALL = "&realtime_start=1776-07-04&realtime_end=9999-12-31";

  private Probe probe;

  @BeforeEach
  void start() throws Exception {
    probe = Probe.at(Probe.OPEN);
  }

  @AfterEach
  void stop() {
    probe.close();
  }

  @Test
  void aQuarterHasThreeVintagesThatFollowEachOther() {
    assertEquals(
        List.of(
            "2025-10-29 2025-11-26 2025-07-01",
            "2025-11-27 2025-12-28 2025-07-01",
            "2025-12-29 9999-12-31 2025-07-01"),
        rows("&series_id=GDP&observation_start=2025-07-01&observation_end=2025-07-01" + ALL));
  }

  @Test
  void aRevisionComesOutOnItsDayAndChangesNothingBeforeIt() throws Exception {
    String query = PATH + "&series_id=GDP&observation_start=2025-10-01" + ALL;
    JsonNode before = values("2026-02-27T05:59:59Z", query);
    JsonNode after = values("2026-02-27T06:00:00Z", query);
    assertEquals(1, before.size());
    assertEquals(2, after.size());
    assertEquals(before.get(0).path("value"), after.get(0).path("value"));
    assertEquals("9999-12-31", before.get(0).path("realtime_end").asText());
    assertEquals("2026-02-26", after.get(0).path("realtime_end").asText());
  }

  @Test
  void daysOfValidityAreCutToTheWindow() {
    assertEquals(
        List.of("2025-11-01 2025-11-26 2025-07-01", "2025-11-27 2025-12-01 2025-07-01"),
        rows(
            "&series_id=GDP&observation_start=2025-07-01&realtime_start=2025-11-01"
                + "&realtime_end=2025-12-01"));
  }

  @Test
  void withoutAWindowItIsToday() {
    assertEquals(
        List.of("2026-03-11 2026-03-11 2025-10-01"),
        rows("&series_id=GDP&observation_start=2025-10-01"));
  }

  @Test
  void holidaysArePoints() {
    JsonNode answer = probe.json(PATH + "&series_id=DGS10&observation_start=2025-12-24");
    assertTrue(answer.at("/observations/0/value").asText().matches("\\d+\\.\\d\\d"));
    assertEquals(".", answer.at("/observations/1/value").asText(), "Christmas");
  }

  @Test
  void pagesFollowEachOther() {
    JsonNode whole = probe.json(PATH + "&series_id=UNRATE" + ALL);
    JsonNode page = probe.json(PATH + "&series_id=UNRATE&limit=3&offset=2" + ALL);
    assertEquals(3, page.path("observations").size());
    assertEquals(whole.path("count"), page.path("count"));
    assertEquals(whole.at("/observations/2"), page.at("/observations/0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&series_id=NOPE | The series does not exist.",
        "&series_id=GDP&realtime_end=2026-03-12 | Variable realtime_end can not be after today's"
            + " date (2026-03-11) unless",
        "&series_id=GDP&realtime_start=1.1.2015 | Variable realtime_start is not a YYYY-MM-DD",
        "&series_id=GDP&realtime_start=2000-01-01&realtime_end=2001-01-01 | The series does not"
            + " exist in ALFRED but may exist in FRED.",
        "&series_id=DFF"
            + ALL
            + " | There are 4087 vintage dates in the specified real-time period: 1776-07-04 to"
            + " 9999-12-31.  This exceeds the maximum number of vintage dates allowed",
        "&series_id=GDP&api_key=short | The value for variable api_key is not a 32 character",
        "&series_id=GDP&api_key=00000000000000000000000000000000 | The value for variable api_key"
            + " is not registered.",
        "&series_id=GDP&api_key= | Variable api_key is not set."
      })
  void refusalsAreSentencesWithStatus400(String query, String sentence) {
    HttpResponse<String> answer = probe.get(PATH + query);
    assertEquals(400, answer.statusCode());
    String message = Probe.parse(answer.body()).path("error_message").asText();
    assertTrue(message.startsWith("Bad Request.  " + sentence), message);
  }

  @Test
  void withoutFileTypeEverythingIsXml() {
    String path = "/fred/series/observations?series_id=GDP&observation_start=2025-10-01";
    String answer = probe.get(path + KEY).body();
    assertTrue(answer.startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<observations "));
    assertTrue(answer.contains("  <observation realtime_start=\"2026-03-11\""), answer);
    assertTrue(probe.get(path).body().contains("<error code=\"400\" message=\"Bad Request.  Var"));
  }

  @Test
  void aSeriesIsDescribed() {
    JsonNode series = probe.json("/fred/series?file_type=json&series_id=GDP" + KEY);
    assertEquals("GDP", series.at("/seriess/0/id").asText());
    assertEquals("Q", series.at("/seriess/0/frequency_short").asText());
    assertEquals("2025-10-01", series.at("/seriess/0/observation_end").asText());
  }

  @Test
  void theMinutesCallsAreCounted() {
    String path = PATH + "&series_id=GDP";
    assertEquals("119", remaining(probe.get(path)));
    assertEquals("118", remaining(probe.get(path)));
  }

  private static String remaining(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-rate-limit-remaining").orElse("");
  }

  private static JsonNode values(String now, String path) throws Exception {
    try (Probe then = Probe.at(Instant.parse(now))) {
      return then.json(path).path("observations");
    }
  }

  private List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : probe.json(PATH + query).path("observations")) {
      rows.add(
          row.path("realtime_start").asText()
              + " "
              + row.path("realtime_end").asText()
              + " "
              + row.path("date").asText());
    }
    return rows;
  }
}
