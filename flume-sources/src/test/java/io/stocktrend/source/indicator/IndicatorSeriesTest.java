package io.stocktrend.source.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorSeriesTest {
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void savingAndRestoringAtRandomBarsChangesNoBit(long seed) {
    double[] closes = Walk.of(seed, 1200);
    List<Indicators> batch = IndicatorSeries.over(closes);
    SplittableRandom random = new SplittableRandom(seed);
    IndicatorSeries series = new IndicatorSeries();
    for (int bar = 0; bar < closes.length; bar++) {
      if (random.nextInt(5) == 0) {
        series = IndicatorSeries.restore(series.save());
      }
      assertEquals(batch.get(bar), series.add(closes[bar]), "bar " + bar);
    }
    assertEquals(1200, series.bars());
  }

  @Test
  void aPreviewIsWhatTheBarWouldGiveAndMovesNothing() {
    double[] closes = Walk.of(21, 260);
    IndicatorSeries series = new IndicatorSeries();
    for (double close : closes) {
      byte[] before = series.save();
      series.preview(close * 1.5);
      Indicators preview = series.preview(close);
      assertArrayEquals(before, series.save());
      assertEquals(preview, series.add(close));
    }
  }

  @Test
  void aCopyGoesItsOwnWay() {
    IndicatorSeries series = new IndicatorSeries();
    Arrays.stream(Walk.of(22, 30)).forEach(series::add);
    IndicatorSeries copy = series.copy();
    copy.add(1);
    assertEquals(30, series.bars());
    assertEquals(31, copy.bars());
    assertEquals(series.preview(2), series.add(2));
  }

  @Test
  void eachIndicatorBeginsWithTheBarThatCompletesIt() {
    List<Indicators> values = IndicatorSeries.over(Walk.of(23, 201));
    assertFirst(values, 11, values.stream().map(Indicators::ema12).toList());
    assertFirst(values, 14, values.stream().map(Indicators::rsi14).toList());
    assertFirst(values, 19, values.stream().map(Indicators::sma20).toList());
    assertFirst(values, 25, values.stream().map(Indicators::ema26).toList());
    assertFirst(values, 25, values.stream().map(Indicators::macd).toList());
    assertFirst(values, 33, values.stream().map(Indicators::macdSignal).toList());
    assertFirst(values, 33, values.stream().map(Indicators::macdHistogram).toList());
    assertFirst(values, 49, values.stream().map(Indicators::sma50).toList());
    assertFirst(values, 199, values.stream().map(Indicators::sma200).toList());
  }

  private static void assertFirst(List<Indicators> bars, int first, List<Double> column) {
    for (int bar = 0; bar < bars.size(); bar++) {
      assertEquals(bar < first, column.get(bar) == null, "bar " + bar + " of first " + first);
    }
  }

  @Test
  void averagesDoNotDriftOverTensOfThousandsOfBars() {
    double[] closes = Walk.of(24, 50_000);
    // Prices of another order of magnitude are what a plain running sum never recovers from.
    Arrays.fill(closes, 100, 140, 4e9);
    List<Indicators> values = IndicatorSeries.over(closes);
    for (int bar = 10_000; bar < closes.length; bar += 997) {
      assertEquals(exactMean(closes, bar, 20), values.get(bar).sma20(), 1e-9);
      assertEquals(exactMean(closes, bar, 50), values.get(bar).sma50(), 1e-9);
      assertEquals(exactMean(closes, bar, 200), values.get(bar).sma200(), 1e-9);
    }
  }

  private static double exactMean(double[] closes, int last, int length) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int bar = last - length + 1; bar <= last; bar++) {
      sum = sum.add(new BigDecimal(closes[bar]));
    }
    return sum.doubleValue() / length;
  }

  @Test
  void theIndexIs100WhereThereIsNoLossAnd0WhereThereIsNoGain() {
    double[] rising = new double[40];
    Arrays.setAll(rising, i -> 10 + i);
    assertEquals(100, IndicatorSeries.over(rising).get(39).rsi14());
    double[] falling = new double[40];
    Arrays.setAll(falling, i -> 100 - i);
    assertEquals(0, IndicatorSeries.over(falling).get(39).rsi14());
  }

  @Test
  void aPriceThatNeverMovedIsNeitherStrongNorWeak() {
    double[] still = new double[250];
    Arrays.fill(still, 42.1);
    Indicators last = IndicatorSeries.over(still).get(249);
    assertEquals(50, last.rsi14());
    assertEquals(Trend.SIDEWAYS, last.trend());
    assertEquals(0, last.macd(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoPriceIsRefusedAndHarmsNothing(double close) {
    IndicatorSeries series = new IndicatorSeries();
    Arrays.stream(Walk.of(25, 60)).forEach(series::add);
    byte[] before = series.save();
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> series.add(close));
    assertTrue(refusal.getMessage().contains("leave the bar out"));
    assertArrayEquals(before, series.save());
  }

  @Test
  void savedBytesThatAreNotWholeAreRefused() {
    IndicatorSeries series = new IndicatorSeries();
    Arrays.stream(Walk.of(26, 300)).forEach(series::add);
    byte[] saved = series.save();
    assertEquals(113 + 200 * 8, saved.length);
    for (int length = 0; length < saved.length; length += 7) {
      byte[] cut = Arrays.copyOf(saved, length);
      assertThrows(IllegalArgumentException.class, () -> IndicatorSeries.restore(cut));
    }
    byte[] longer = Arrays.copyOf(saved, saved.length + 1);
    assertThrows(IllegalArgumentException.class, () -> IndicatorSeries.restore(longer));
    byte[] other = saved.clone();
    other[0] = 7;
    assertThrows(IllegalArgumentException.class, () -> IndicatorSeries.restore(other));
  }

  @Test
  void aSeriesWithoutBarsIsSavedToo() {
    IndicatorSeries restored = IndicatorSeries.restore(new IndicatorSeries().save());
    assertEquals(0, restored.bars());
    assertNull(restored.add(1).sma20());
  }
}
