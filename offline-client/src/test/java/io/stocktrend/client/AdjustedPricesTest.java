package io.stocktrend.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.Movement;
import io.stocktrend.record.RecordId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AAPL about its split 4:1 of 2020-08-31, as the source stores it, with a dividend of August. */
class AdjustedPricesTest {
  private static final Instant BEFORE = Instant.parse("2020-08-28T23:00:00Z");
  private static final Instant AFTER = Instant.parse("2020-09-01T00:00:00Z");
  private static final Instant AFTER_THE_SPLIT = Instant.parse("2020-08-31T14:00:07Z");

  @TempDir private Path root;

  /** The bars before the split have a second version, which Yahoo adjusted by 4. */
  private Path bars() {
    return TestData.part(
        root,
        Dataset.STOCK_MOVEMENTS,
        AFTER_THE_SPLIT,
        "a.parquet",
        List.of(
            bar("2020-08-06", 1, 441.62, 454.79, null),
            bar("2020-08-28", 1, 504.05, 499.23, null),
            bar("2020-08-06", 4, 441.62, 454.79, AFTER_THE_SPLIT),
            bar("2020-08-28", 4, 504.05, 499.23, AFTER_THE_SPLIT)));
  }

  private static Movement bar(String day, int split, double open, double close, Instant knownAt) {
    LocalDate date = LocalDate.parse(day);
    Instant start = date.atTime(LocalTime.of(13, 30)).toInstant(ZoneOffset.UTC);
    Instant known = knownAt == null ? start.plusSeconds(23_400) : knownAt;
    double dividend = date.isBefore(LocalDate.of(2020, 8, 7)) ? 0.998 : 1;
    return Movement.newBuilder()
        .setRecordId(RecordId.of("AAPL|1d|" + start, known))
        .setEventTime(start)
        .setKnownAt(known)
        .setCollectedAt(AFTER_THE_SPLIT)
        .setProvider("yahoo")
        .setSymbol("AAPL")
        .setInterval("1d")
        .setIsFinal(true)
        .setOpen(open / split)
        .setHigh(open / split)
        .setLow(close / split)
        .setClose(close / split)
        .setVolume(1000L * split)
        .setAdjClose(close / split * dividend)
        .build();
  }

  private record Prices(double open, double high, double low, double close, long volume) {
    double[] all() {
      return new double[] {open, high, low, close};
    }
  }

  private static double[] prices(DatasetQuery query) {
    return query.list(Prices.class).stream()
        .flatMapToDouble(bar -> Arrays.stream(bar.all()))
        .toArray();
  }

  @Test
  void theSeriesBeforeAndAfterASplitDifferByItsFactorAndStoredRowsAreUntouched() throws Exception {
    byte[] stored = Files.readAllBytes(bars());
    try (MarketDataClient client = MarketDataClient.open(root)) {
      double[] before = prices(client.stockMovements().asOf(BEFORE).adjusted());
      double[] after = prices(client.stockMovements().asOf(AFTER).adjusted());
      assertEquals(8, before.length);
      assertArrayEquals(before, Arrays.stream(after).map(price -> price * 4).toArray(), 1e-12);
      assertEquals(499.23, before[7], 1e-12);
      assertEquals(124.8075, after[7], 1e-12);
    }
    assertArrayEquals(stored, Files.readAllBytes(root.resolve(part())));
  }

  private static String part() {
    return "raw/stock_movements/date=2020-08-31/a.parquet";
  }

  @Test
  void aDividendLowersThePricesBeforeItByTheSameFraction() {
    bars();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      Prices day = client.stockMovements().asOf(BEFORE).adjusted().list(Prices.class).get(0);
      assertArrayEquals(
          new double[] {441.62 * 0.998, 441.62 * 0.998, 454.79 * 0.998, 454.79 * 0.998},
          day.all(),
          1e-12);
      assertEquals(1000, day.volume());
      Prices stored = client.stockMovements().asOf(BEFORE).list(Prices.class).get(0);
      assertEquals(454.79, stored.close());
    }
  }

  @Test
  void conditionsAreAboutAdjustedPrices() {
    bars();
    try (MarketDataClient client = MarketDataClient.open(root)) {
      DatasetQuery query = client.stockMovements().asOf(BEFORE).adjusted().where("close > 454");
      assertEquals(1, query.count());
    }
  }

  private record Close(Double open, Double close) {}

  @Test
  void withoutAnAdjustedCloseTheAdjustedPricesAreUnknown() {
    Movement bar =
        Movement.newBuilder(bar("2020-08-28", 1, 504, 499, null)).setAdjClose(null).build();
    TestData.part(root, Dataset.STOCK_MOVEMENTS, BEFORE, "a.parquet", List.of(bar));
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(
          List.of(new Close(null, null)), client.stockMovements().adjusted().list(Close.class));
    }
  }

  @Test
  void otherDatasetsHaveNoAdjustedPrices() {
    try (MarketDataClient client = MarketDataClient.open(root)) {
      assertEquals(
          "financial_data has no adjusted prices: only stock_movements has",
          assertThrows(ClientException.class, () -> client.financialData().adjusted())
              .getMessage());
    }
  }
}
