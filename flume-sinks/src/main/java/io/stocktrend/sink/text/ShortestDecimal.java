package io.stocktrend.sink.text;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given double, and of several the nearest: {@code digits
 * x 10^exponent}. By the method of R. Giulietti, "The Schubfach way to render doubles" (2020).
 * {@code Double.toString} gives it only from Java 19 on, and makes an object of it.
 */
final class ShortestDecimal {
  private static final int FRACTION_BITS = 52;
  private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
  private static final int LEAST_EXPONENT = -1074;
  private static final int LEAST_POWER = -324;
  private static final int MOST_POWER = 292;
  private static final long LOW_63_BITS = Long.MAX_VALUE;

  /** Powers of ten with 126 bits, rounded up, as two numbers of 63 bits each. */
  private static final long[] HIGH = new long[MOST_POWER - LEAST_POWER + 1];

  private static final long[] LOW = new long[HIGH.length];

  static {
    for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
      BigInteger scaled = scaledPowerOfTen(-power);
      HIGH[power - LEAST_POWER] = scaled.shiftRight(63).longValueExact();
      LOW[power - LEAST_POWER] = scaled.and(BigInteger.valueOf(LOW_63_BITS)).longValueExact();
    }
  }

  private long digits;
  private int exponent;

  /** The digits as a whole number, which ends with no zero. */
  long digits() {
    return digits;
  }

  int exponent() {
    return exponent;
  }

  /** Finds the decimal of a finite number above 0. */
  void find(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> FRACTION_BITS);
    long fraction = bits & (HIDDEN_BIT - 1);
    if (biased == 0) {
      search(fraction, LEAST_EXPONENT);
    } else {
      long significand = fraction | HIDDEN_BIT;
      int binary = biased + LEAST_EXPONENT - 1;
      if (binary <= 0 && binary > -FRACTION_BITS && isWhole(significand, -binary)) {
        set(significand >> -binary, 0);
      } else {
        search(significand, binary);
      }
    }
  }

  private static boolean isWhole(long significand, int fractionBits) {
    return Long.numberOfTrailingZeros(significand) >= fractionBits;
  }

  /** What rounds to the number lies between two bounds; all is in quarters of its last bit. */
  private void search(long significand, int binary) {
    boolean even = (significand & 1) == 0;
    boolean evenlySpaced = significand != HIDDEN_BIT || binary == LEAST_EXPONENT;
    int power = evenlySpaced ? log10OfPowerOf2(binary) : log10OfThreeQuarters(binary);
    int shift = binary + log2OfPowerOf10(-power) + 2;
    long middle = scaled(power, significand << 2, shift);
    long lower = scaled(power, (significand << 2) - (evenlySpaced ? 2 : 1), shift);
    long upper = scaled(power, (significand << 2) + 2, shift);
    choose(new Interval(lower + (even ? 0 : 1), middle, upper - (even ? 0 : 1)), power);
  }

  private void choose(Interval interval, int power) {
    long below = interval.middle >> 2;
    long tens = below / 10 * 10;
    if (below >= 10 && interval.holds(tens) != interval.holds(tens + 10)) {
      set(interval.holds(tens) ? tens : tens + 10, power);
    } else if (interval.holds(below) != interval.holds(below + 1)) {
      set(interval.holds(below) ? below : below + 1, power);
    } else {
      long fromHalf = interval.middle - ((2 * below + 1) << 1);
      boolean down = fromHalf < 0 || (fromHalf == 0 && (below & 1) == 0);
      set(down ? below : below + 1, power);
    }
  }

  private void set(long number, int power) {
    digits = number;
    exponent = power;
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
  }

  /** {@code quarters x 2^shift x 10^-power}, its last bit set if anything was cut off. */
  private static long scaled(int power, long quarters, int shift) {
    long factor = quarters << shift;
    long high = HIGH[power - LEAST_POWER];
    long carried = ((high * factor) >>> 1) + Math.multiplyHigh(LOW[power - LEAST_POWER], factor);
    long whole = Math.multiplyHigh(high, factor) + (carried >>> 63);
    return whole | (((carried & LOW_63_BITS) + LOW_63_BITS) >>> 63);
  }

  private static BigInteger scaledPowerOfTen(int power) {
    int shift = log2OfPowerOf10(power) - 125;
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    BigInteger floor =
        power >= 0 ? ten.shiftRight(shift) : BigInteger.ONE.shiftLeft(-shift).divide(ten);
    return floor.add(BigInteger.ONE);
  }

  private static int log10OfPowerOf2(int power) {
    return (int) ((power * 661_971_961_083L) >> 41);
  }

  private static int log10OfThreeQuarters(int power) {
    return (int) ((power * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  private static int log2OfPowerOf10(int power) {
    return (int) ((power * 913_124_641_741L) >> 38);
  }

  private record Interval(long lower, long middle, long upper) {
    boolean holds(long number) {
      long quarters = number << 2;
      return lower <= quarters && quarters <= upper;
    }
  }
}
