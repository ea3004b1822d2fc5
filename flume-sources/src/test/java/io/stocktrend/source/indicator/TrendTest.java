package io.stocktrend.source.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static List<Indicators> over(int bars, double start, double step) {
    return IndicatorSeries.over(
        IntStream.range(0, bars).mapToDouble(i -> start + i * step).toArray());
  }

  @Test
  void aPriceAboveTheFasterAboveTheSlowerAverageIsUp() {
    assertEquals(Trend.UP, Trend.of(3.0, null, 2.0, 1.0));
    assertEquals(Trend.UP, over(260, 100, 0.5).get(259).trend());
  }

  @Test
  void theReverseIsDown() {
    assertEquals(Trend.DOWN, Trend.of(1.0, null, 2.0, 3.0));
    assertEquals(Trend.DOWN, over(260, 900, -0.5).get(259).trend());
  }

  @Test
  void anyOtherOrderAndEqualityAreSideways() {
    assertEquals(Trend.SIDEWAYS, Trend.of(2.0, null, 3.0, 1.0));
    assertEquals(Trend.SIDEWAYS, Trend.of(2.0, null, 1.0, 3.0));
    assertEquals(Trend.SIDEWAYS, Trend.of(2.0, null, 2.0, 1.0));
    assertEquals(Trend.SIDEWAYS, Trend.of(3.0, null, 2.0, 2.0));
    assertEquals(Trend.SIDEWAYS, over(260, 100, 0).get(259).trend());
  }

  @Test
  void the20And50BarAveragesDecideUntilThereAre200Bars() {
    assertEquals(Trend.UP, Trend.of(3.0, 2.0, 1.0, null));
    assertEquals(Trend.DOWN, Trend.of(1.0, 2.0, 3.0, null));
    assertEquals(Trend.SIDEWAYS, Trend.of(1.0, 2.0, 1.5, null));
    List<Indicators> rising = over(60, 100, 1);
    assertNull(rising.get(48).trend());
    assertEquals(Trend.UP, rising.get(49).trend());
  }

  @Test
  void theHandOverIsAtThe200thBar() {
    double[] closes = new double[200];
    // A long fall and a late rise: up by the short averages, sideways by the long ones.
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 150 ? 500 - 2 * i : 200 + 0.5 * (i - 150);
    }
    List<Indicators> values = IndicatorSeries.over(closes);
    assertEquals(Trend.UP, values.get(198).trend());
    assertEquals(Trend.SIDEWAYS, values.get(199).trend());
  }
}
