package io.stocktrend.source.provider.alphavantage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class AlphaVantageObservationProviderTest {
  private static final String ROUTE = "/query?function=TREASURY_YIELD";

  @TempDir Path folder;
  private ProviderServer server;
  private AlphaVantageObservationProvider alphaVantage;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, new SteppedTime("2026-11-02T10:00:00Z"));
    alphaVantage = new AlphaVantageObservationProvider(server.access("alphavantage", "key-1"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void datesComeOldestFirstAndAPointIsNull() throws Exception {
    server.on(ROUTE, yields("daily", "2026-10-30 4.25", "2026-10-29 .", "2026-10-28 4.3"));
    SeriesValues values = alphaVantage.observations(query());
    assertEquals(
        List.of(value("2026-10-28", 4.3), value("2026-10-29", null), value("2026-10-30", 4.25)),
        values.values());
    assertNull(values.through(), "it has no vintages");
  }

  @Test
  void aDayThatIsToldTwiceIsOneValueUnlessTheTwoDiffer() throws Exception {
    server.on(ROUTE, yields("daily", "2026-10-30 4.25", "2026-10-29 4.3", "2026-10-30 4.25"));
    assertEquals(2, alphaVantage.observations(query()).values().size());
    server.off(ROUTE).on(ROUTE, yields("daily", "2026-10-30 4.25", "2026-10-30 4.75"));
    assertTrue(failure().getMessage().contains("two values of 2026-10-30"));
  }

  @Test
  void theParametersOfTheFunctionAreSentWithTheKey() throws Exception {
    server.on(ROUTE, yields("daily", "2026-10-30 4.25"));
    alphaVantage.observations(query());
    assertEquals(
        List.of("/query?function=TREASURY_YIELD&interval=daily&maturity=10year&apikey=key-1"),
        server.targets());
  }

  @Test
  void anotherIntervalThanAskedForIsRefused() {
    server.on(ROUTE, yields("monthly", "2026-10-01 4.25"));
    assertEquals(FailureKind.MALFORMED, failure().kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"interval\":\"daily\",\"unit\":\"percent\",\"data\":[]} | NOT_FOUND",
        "{} | NOT_FOUND",
        "{\"Note\":\"Our standard API call frequency is 5 calls per minute\"} | RATE_LIMIT",
        "{\"Information\":\"our standard API rate limit is 25 requests per day\"} | QUOTA",
        "{\"Error Message\":\"Invalid API call. Please retry\"} | NOT_FOUND",
        "{\"interval\":\"daily\",\"data\":[{\"date\":\"x\",\"value\":\"1\"}]} | MALFORMED"
      })
  void whatIsNoAnswerIsSorted(String body, FailureKind kind) {
    server.on(ROUTE, body);
    assertEquals(kind, failure().kind());
  }

  private ProviderException failure() {
    return assertThrows(ProviderException.class, () -> alphaVantage.observations(query()));
  }

  private static SeriesQuery query() {
    return new SeriesQuery(
        "TREASURY_YIELD&interval=daily&maturity=10year", "USA", Frequency.DAILY, null);
  }

  private static SeriesValue value(String date, Double value) {
    return new SeriesValue(LocalDate.parse(date), value, null);
  }

  private static String yields(String interval, String... rows) {
    List<String> data =
        List.of(rows).stream()
            .map(row -> row.split(" ", -1))
            .map(row -> "{\"date\":\"%s\",\"value\":\"%s\"}".formatted(row[0], row[1]))
            .toList();
    return "{\"name\":\"Yield\",\"interval\":\"%s\",\"unit\":\"percent\",\"data\":[%s]}"
        .formatted(interval, String.join(",", data));
  }
}
