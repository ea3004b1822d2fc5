package io.stocktrend.source.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.source.SharedFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Against figures of 502 real daily bars that were worked out outside this project. */
class GoldenIndicatorsTest {
  private static final double NEAR = 1e-9;
  private static final int CLOSE = 4;
  private static final Map<Integer, Function<Indicators, Double>> COLUMNS =
      Map.of(
          6, Indicators::sma20,
          8, Indicators::ema12,
          9, Indicators::ema26,
          10, Indicators::macd,
          11, Indicators::macdSignal,
          12, Indicators::macdHistogram,
          13, Indicators::rsi14);

  @Test
  void everyColumnIsThatOfTheReferenceAndBeginsWhereItDoes() throws IOException {
    List<String[]> rows = SharedFolder.rows("stocktrend.golden", "indicators-502-daily-bars.csv");
    assertEquals(502, rows.size());
    List<Indicators> ours = IndicatorSeries.over(closes(rows));
    int compared = 0;
    for (int bar = 0; bar < rows.size(); bar++) {
      for (var column : COLUMNS.entrySet()) {
        String expected = rows.get(bar)[column.getKey()];
        Double value = column.getValue().apply(ours.get(bar));
        String where = rows.get(bar)[0] + ", column " + column.getKey();
        if (expected.isEmpty()) {
          assertNull(value, where);
        } else {
          assertNotNull(value, where);
          assertEquals(Double.parseDouble(expected), value, NEAR, where);
          compared++;
        }
      }
    }
    assertEquals(502 * 7 - 19 - 11 - 25 - 25 - 33 - 33 - 14, compared);
  }

  @Test
  void theLongAveragesAreThePlainMeansOfTheReferenceCloses() throws IOException {
    double[] closes =
        closes(SharedFolder.rows("stocktrend.golden", "indicators-502-daily-bars.csv"));
    List<Indicators> ours = IndicatorSeries.over(closes);
    for (int bar = 0; bar < closes.length; bar++) {
      assertMean(closes, bar, 50, ours.get(bar).sma50());
      assertMean(closes, bar, 200, ours.get(bar).sma200());
    }
  }

  private static void assertMean(double[] closes, int bar, int length, Double mean) {
    if (bar < length - 1) {
      assertNull(mean);
      return;
    }
    double sum = 0;
    for (int i = bar - length + 1; i <= bar; i++) {
      sum += closes[i];
    }
    assertEquals(sum / length, mean, NEAR);
  }

  private static double[] closes(List<String[]> rows) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[CLOSE])).toArray();
  }
}
