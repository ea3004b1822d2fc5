package io.stocktrend.source.provider.alphavantage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.Bar;
import io.stocktrend.source.provider.BarInterval;
import io.stocktrend.source.provider.BarRequest;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaVantageBarProviderTest {
  private static final String ROUTE = "/query?function=TIME_SERIES_DAILY";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T22:00:00Z");
  private ProviderServer server;
  private AlphaVantageBarProvider provider;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    provider =
        new AlphaVantageBarProvider(
            server.access("alphavantage", "canary-k"), NyseCalendar.packaged());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theCompactSeriesIsAskedForAndReadOldestFirst() throws Exception {
    server.on(ROUTE, series("2026-11-02", "2026-11-02", "2026-10-30", "2026-10-31"));
    List<Bar> bars = bars(BarInterval.DAILY);
    assertEquals(
        List.of("2026-10-30T13:30:00Z", "2026-11-02T14:30:00Z"),
        bars.stream().map(bar -> bar.start().toString()).toList());
    Bar last = bars.get(1);
    assertEquals(Instant.parse("2026-11-02T21:00:00Z"), last.knownAt());
    assertEquals(612345.67, last.values().close());
    assertEquals(9, last.values().volume());
    assertEquals(
        "compact",
        server.requests("/query").get(0).getUrl().queryParameter("outputsize"),
        "what a free plan gives");
  }

  @Test
  void aBarRefreshedDuringItsSessionRunsHoweverLateTheAnswerComes() throws Exception {
    server.on(ROUTE, series("2026-11-02 14:07:03", "2026-11-02", "2026-10-30"));
    Bar last = bars(BarInterval.DAILY).get(1);
    assertFalse(last.isFinal());
    assertEquals(Instant.parse("2026-11-02T19:07:03Z"), last.knownAt());
  }

  @Test
  void aBarOfTodayWithoutATimeIsKnownSinceNow() throws Exception {
    time.set("2026-11-02T17:00:00Z");
    server.on(ROUTE, series("2026-11-02", "2026-11-02"));
    Bar last = bars(BarInterval.DAILY).get(0);
    assertFalse(last.isFinal());
    assertEquals(time.instant(), last.knownAt());
  }

  @Test
  void hoursAreNotAskedFor() {
    ProviderException refused =
        assertThrows(ProviderException.class, () -> bars(BarInterval.HOURLY));
    assertEquals(FailureKind.NOT_FOUND, refused.kind());
    assertEquals(List.of(), server.targets());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Information\":\"This is a premium endpoint.\"}|AUTHENTICATION",
        "{\"Information\":\"key canary-k: our limit is 25 requests per day\"}|QUOTA",
        "{\"Error Message\":\"Invalid API call.\"}|NOT_FOUND",
        "{\"Time Series (Daily)\":{}}|NOT_FOUND",
        "{\"Time Series (Daily)\":{\"someday\":{\"4. close\":\"1\"}}}|MALFORMED"
      })
  void aRefusalIsSortedByWhatItSays(String body, FailureKind kind) {
    server.on(ROUTE, body);
    ProviderException refused =
        assertThrows(ProviderException.class, () -> bars(BarInterval.DAILY));
    assertEquals(kind, refused.kind());
    assertFalse(refused.getMessage().contains("canary"), refused.getMessage());
  }

  private List<Bar> bars(BarInterval interval) throws ProviderException, InterruptedException {
    return provider.bars(new BarRequest("X", interval, Instant.EPOCH)).bars();
  }

  private static String series(String refreshed, String... days) {
    String row =
        "{\"1. open\":\"612000.00\",\"2. high\":\"612400.00\",\"3. low\":\"611000.00\","
            + "\"4. close\":\"612345.6700\",\"5. volume\":\"9\"}";
    List<String> rows = List.of(days).stream().map(day -> "\"" + day + "\":" + row).toList();
    return "{\"Meta Data\":{\"3. Last Refreshed\":\""
        + refreshed
        + "\"},\"Time Series (Daily)\":{"
        + String.join(",", rows)
        + "}}";
  }
}
