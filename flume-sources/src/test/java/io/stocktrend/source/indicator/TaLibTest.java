package io.stocktrend.source.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TA-Lib as a second oracle. Its own MACD begins the faster average later than its EMA does, so the
 * MACD is compared with the difference of its EMAs.
 */
class TaLibTest {
  private static final double NEAR = 1e-9;

  private final Core core = new Core();

  /** One of TA-Lib's functions; they share their form. */
  private interface Call {
    RetCode run(
        int from, int to, double[] in, int length, MInteger begin, MInteger count, double[] out);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomSeriesGiveWhatTaLibGives(long seed) {
    double[] closes = Walk.of(seed, 900);
    List<Indicators> ours = IndicatorSeries.over(closes);
    assertSame(ask(core::sma, closes, 20), ours, Indicators::sma20);
    assertSame(ask(core::sma, closes, 50), ours, Indicators::sma50);
    assertSame(ask(core::sma, closes, 200), ours, Indicators::sma200);
    assertSame(ask(core::rsi, closes, 14), ours, Indicators::rsi14);
    Double[] fast = ask(core::ema, closes, 12);
    Double[] slow = ask(core::ema, closes, 26);
    assertSame(fast, ours, Indicators::ema12);
    assertSame(slow, ours, Indicators::ema26);
    double[] macd = new double[closes.length - 25];
    for (int i = 0; i < macd.length; i++) {
      macd[i] = fast[i + 25] - slow[i + 25];
      assertEquals(macd[i], ours.get(i + 25).macd(), NEAR);
    }
    assertSame(ask(core::ema, macd, 9), ours.subList(25, ours.size()), Indicators::macdSignal);
  }

  private static Double[] ask(Call call, double[] in, int length) {
    MInteger begin = new MInteger();
    MInteger count = new MInteger();
    double[] out = new double[in.length];
    assertEquals(RetCode.Success, call.run(0, in.length - 1, in, length, begin, count, out));
    Double[] values = new Double[in.length];
    for (int i = 0; i < count.value; i++) {
      values[begin.value + i] = out[i];
    }
    return values;
  }

  private static void assertSame(
      Double[] expected, List<Indicators> ours, Function<Indicators, Double> column) {
    assertEquals(expected.length, ours.size());
    for (int bar = 0; bar < expected.length; bar++) {
      Double value = column.apply(ours.get(bar));
      if (expected[bar] == null) {
        assertNull(value, "bar " + bar);
      } else {
        assertEquals(expected[bar], value, NEAR, "bar " + bar);
      }
    }
  }
}
