package io.stocktrend.sink.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BigDecimal is the oracle: what is shorter reads back as another number. */
final class ShortestDecimalTest {
  private static final int NUMBERS = 20_000;

  private final Random random = new Random(20_261_123);
  private final ShortestDecimal decimal = new ShortestDecimal();

  @ParameterizedTest
  @CsvSource({
    "231.25, 23125, -2",
    "1, 1, 0",
    "0.1, 1, -1",
    "2e23, 2, 23",
    "1e23, 1, 23",
    "9007199254740993, 9007199254740992, 0",
    "4.9e-324, 5, -324",
    "2.2250738585072014e-308, 22250738585072014, -324",
    "1.7976931348623157e308, 17976931348623157, 292",
    "3400000000000, 34, 11",
    "0.30000000000000004, 30000000000000004, -17"
  })
  void knownNumbers(double value, long digits, int exponent) {
    decimal.find(value);
    assertEquals(digits + "e" + exponent, decimal.digits() + "e" + decimal.exponent());
  }

  @Test
  void everyNumberReadsBackTheSameAndNoneCouldBeShorter() {
    prices().forEach(this::check);
    DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
        .filter(Double::isFinite)
        .map(Math::abs)
        .filter(value -> value > 0)
        .limit(NUMBERS)
        .forEach(this::check);
    for (int power = -1074; power <= 1023; power++) {
      check(Math.scalb(1.0, power));
      check(Math.nextUp(Math.scalb(1.0, power)));
    }
  }

  private DoubleStream prices() {
    return random.doubles(NUMBERS, 0.01, 10_000).map(price -> price * 1.02);
  }

  private void check(double value) {
    decimal.find(value);
    BigDecimal found = BigDecimal.valueOf(decimal.digits(), -decimal.exponent());
    assertEquals(value, found.doubleValue());
    assertNotEquals(0, decimal.digits() % 10);
    BigDecimal exact = new BigDecimal(value);
    int length = Long.toString(decimal.digits()).length();
    if (length > 1) {
      assertNotEquals(value, rounded(exact, length - 1, RoundingMode.DOWN), exact::toString);
      assertNotEquals(value, rounded(exact, length - 1, RoundingMode.UP), exact::toString);
    }
    BigDecimal off = found.subtract(exact).abs();
    BigDecimal nearest = new BigDecimal(exact.round(new MathContext(length)).toString());
    boolean nearestReadsBack = nearest.doubleValue() == value;
    assertTrue(!nearestReadsBack || off.compareTo(nearest.subtract(exact).abs()) <= 0, "nearest");
  }

  private static double rounded(BigDecimal exact, int digits, RoundingMode mode) {
    return exact.round(new MathContext(digits, mode)).doubleValue();
  }
}
