package io.stocktrend.source.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.market.NyseCalendar;
import io.stocktrend.source.provider.alphavantage.AlphaVantageBarProvider;
import io.stocktrend.source.provider.yahoo.YahooBarProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bars that providers really sent, read in place from the folder in the system property {@code
 * stocktrend.recordings}, at the time at which they were sent. {@link RecordedBars} says which body
 * proves what; one that it does not know is held to the rules that hold for all bars.
 */
class RecordedBarsTest {
  private static final NyseCalendar CALENDAR = NyseCalendar.packaged();

  @TempDir Path temporary;
  private Path recordings;

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  @TestFactory
  Stream<DynamicTest> yahooCharts() {
    return each("yahoo", "chart-*", this::checkChart);
  }

  @TestFactory
  Stream<DynamicTest> alphaVantageSeries() {
    return each("alphavantage", "time_series_*", this::checkSeries);
  }

  private Stream<DynamicTest> each(
      String provider, String glob, ThrowingConsumer<Recording> check) {
    List<Recording> all = Recording.all(recordings.resolve(provider), glob);
    assertFalse(all.isEmpty(), "no recording " + provider + "/" + glob);
    return all.stream()
        .map(recording -> DynamicTest.dynamicTest(recording.name(), () -> check.accept(recording)));
  }

  private void checkChart(Recording recording) throws Exception {
    try (ProviderServer server = server(recording)) {
      server.on("/v8/finance/chart/X", recording.answer());
      check(recording, new YahooBarProvider(server.access("yahoo", ""), CALENDAR));
    }
  }

  private void checkSeries(Recording recording) throws Exception {
    try (ProviderServer server = server(recording)) {
      server.on("/query?function=TIME_SERIES_DAILY", recording.answer());
      check(recording, new AlphaVantageBarProvider(server.access("alphavantage", "k"), CALENDAR));
    }
  }

  private static void check(Recording recording, BarProvider provider) throws Exception {
    BarInterval interval =
        recording.name().contains("-1h-") ? BarInterval.HOURLY : BarInterval.DAILY;
    String facts;
    try {
      BarSeries series = provider.bars(new BarRequest("X", interval, Instant.EPOCH));
      checkRules(series);
      facts = RecordedBars.print(series);
    } catch (ProviderException e) {
      facts = e.kind().name();
    }
    assertEquals(RecordedBars.of(recording).orElse(facts), facts);
  }

  private static void checkRules(BarSeries series) {
    Instant before = Instant.MIN;
    for (Bar bar : series.bars()) {
      assertTrue(bar.start().isAfter(before), () -> "not in order: " + bar);
      assertTrue(bar.knownAt().isAfter(bar.start()), () -> "known before it began: " + bar);
      BarValues values = bar.values();
      double close = values.close();
      assertTrue(close > 0, () -> "no price: " + bar);
      assertTrue(values.low() <= close && values.high() >= close, () -> "range: " + bar);
      Double open = values.open();
      boolean isWithin = open == null || (values.low() <= open && open <= values.high());
      assertTrue(isWithin, () -> "open: " + bar);
      before = bar.start();
    }
    series.bars().stream()
        .limit(Math.max(0, series.bars().size() - 1))
        .forEach(bar -> assertTrue(bar.isFinal(), () -> "runs, but is not the last: " + bar));
  }

  private ProviderServer server(Recording recording) throws Exception {
    Path own = Files.createTempDirectory(temporary, "server");
    return new ProviderServer(own, new SteppedTime(recording.sentAt().toString()));
  }
}
