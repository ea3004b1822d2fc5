package io.stocktrend.source.provider.worldbank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.Frequency;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SeriesQuery;
import io.stocktrend.source.provider.SeriesValue;
import io.stocktrend.source.provider.SeriesValues;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldBankObservationProviderTest {
  private static final String ROUTE = "/v2/country/USA/indicator/NY.GDP.MKTP.CD";

  @TempDir Path folder;
  private ProviderServer server;
  private WorldBankObservationProvider worldBank;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, new SteppedTime("2026-11-02T10:00:00Z"));
    worldBank = new WorldBankObservationProvider(server.access("worldbank", ""));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void yearsComeOldestFirstAndTheOneThatIsNotOutIsNull() throws Exception {
    server.on(
        ROUTE, page(1, 1, row("2025", "null"), row("2024", "29.5e12"), row("2023", "\"27.5\"")));
    SeriesValues values = worldBank.observations(query(Frequency.ANNUAL));
    assertEquals(
        List.of(value("2023-01-01", 27.5), value("2024-01-01", 29.5e12), value("2025-01-01", null)),
        values.values());
    assertNull(values.through(), "it has no vintages");
    assertEquals("json", server.requests(ROUTE).get(0).getUrl().queryParameter("format"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025Q4, QUARTERLY, 2025-10-01",
    "2025Q1, QUARTERLY, 2025-01-01",
    "2026M02, MONTHLY, 2026-02-01",
    "2025, ANNUAL, 2025-01-01"
  })
  void aPeriodIsNamedByItsFirstDay(String date, Frequency frequency, String day) throws Exception {
    server.on(ROUTE, page(1, 1, row(date, "1.5")));
    assertEquals(List.of(value(day, 1.5)), worldBank.observations(query(frequency)).values());
  }

  @ParameterizedTest
  @CsvSource({"2025Q4, ANNUAL", "2025, MONTHLY", "2025M13, MONTHLY", "2025-01-01, DAILY"})
  void aPeriodOfAnotherFrequencyIsRefused(String date, Frequency frequency) {
    server.on(ROUTE, page(1, 1, row(date, "1.5")));
    assertEquals(FailureKind.MALFORMED, failure(frequency).kind());
  }

  @Test
  void everyPageIsAskedFor() throws Exception {
    server
        .on(ROUTE + "?page=1", page(1, 3, row("2025", "3")))
        .on(ROUTE + "?page=2", page(2, 3, row("2024", "2")))
        .on(ROUTE + "?page=3", page(3, 3, row("2023", "1")));
    assertEquals(3, worldBank.observations(query(Frequency.ANNUAL)).values().size());
    assertEquals(3, server.targets().size());
  }

  @Test
  void aYearThatTwoPagesTellDifferentlyIsRefused() {
    server
        .on(ROUTE + "?page=1", page(1, 2, row("2025", "3")))
        .on(ROUTE + "?page=2", page(2, 2, row("2025", "4")));
    assertEquals(FailureKind.MALFORMED, failure(Frequency.ANNUAL).kind());
  }

  @Test
  void rowsOfOtherCountriesAreLeftOut() throws Exception {
    server.on(ROUTE, page(1, 1, row("2025", "3"), row("2025", "9").replace("\"USA\"", "\"DEU\"")));
    assertEquals(
        List.of(value("2025-01-01", 3.0)),
        worldBank.observations(query(Frequency.ANNUAL)).values());
    server.off(ROUTE).on(ROUTE, page(1, 1, row("2025", "9").replace("\"USA\"", "\"DEU\"")));
    assertEquals(FailureKind.NOT_FOUND, failure(Frequency.ANNUAL).kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"message\":[{\"id\":\"120\",\"key\":\"Invalid value\",\"value\":\"no\"}]}] | NOT_FOUND",
        "[{\"message\":[{\"id\":\"105\",\"key\":\"x\",\"value\":\"down\"}]}] | UNAVAILABLE",
        "[{\"page\":1,\"pages\":0,\"per_page\":1,\"total\":0}] | NOT_FOUND",
        "[{\"page\":1,\"pages\":0,\"per_page\":1,\"total\":0},null] | NOT_FOUND",
        "[{\"page\":1,\"pages\":0,\"per_page\":1,\"total\":0},[]] | NOT_FOUND",
        "[] | MALFORMED",
        "{} | MALFORMED",
        "<?xml version=\"1.0\"?><wb:error/> | MALFORMED"
      })
  void whatIsNoAnswerIsSorted(String body, FailureKind kind) {
    server.on(ROUTE, body);
    assertEquals(kind, failure(Frequency.ANNUAL).kind());
  }

  @Test
  void aFailureOfTheServerIsUnavailable() {
    server.on(ROUTE, 502, "bad gateway");
    assertEquals(FailureKind.UNAVAILABLE, failure(Frequency.ANNUAL).kind());
  }

  private ProviderException failure(Frequency frequency) {
    return assertThrows(ProviderException.class, () -> worldBank.observations(query(frequency)));
  }

  private static SeriesQuery query(Frequency frequency) {
    return new SeriesQuery("NY.GDP.MKTP.CD", "USA", frequency, null);
  }

  private static SeriesValue value(String date, Double value) {
    return new SeriesValue(LocalDate.parse(date), value, null);
  }

  private static String page(int page, int pages, String... rows) {
    return "[{\"page\":%d,\"pages\":%d,\"per_page\":\"1000\",\"total\":3},[%s]]"
        .formatted(page, pages, String.join(",", rows));
  }

  private static String row(String date, String value) {
    return """
        {"indicator":{"id":"NY.GDP.MKTP.CD","value":"GDP"},"country":{"id":"US","value":"U"},\
        "countryiso3code":"USA","date":"%s","value":%s,"unit":"","obs_status":"","decimal":0}"""
        .formatted(date, value);
  }
}
