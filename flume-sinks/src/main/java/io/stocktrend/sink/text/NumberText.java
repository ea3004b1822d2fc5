package io.stocktrend.sink.text;

import java.nio.charset.StandardCharsets;

/**
 * Writes numbers as CSV and JSON both have them: whole numbers plainly, doubles with the fewest
 * digits that read back the same, always with a point, and with an exponent where they are very
 * large or very small: {@code 231.0}, {@code 0.0041}, {@code 1.5E-9}.
 */
final class NumberText {
  private static final int MOST_PLAIN = 17;
  private static final int LEAST_PLAIN = -4;

  private static final int EIGHT_DIGITS = 100_000_000;
  private static final long[] POWERS = new long[19];
  private static final byte[] PAIRS = new byte[200];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  private final ShortestDecimal decimal = new ShortestDecimal();

  static void put(TextBuffer out, long number) {
    if (number == Long.MIN_VALUE) {
      out.put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    if (number < 0) {
      out.put('-');
    }
    long size = Math.abs(number);
    digits(out, size, count(size));
  }

  /**
   * Writes a double.
   *
   * @throws IllegalArgumentException if it is no number, or infinite
   */
  void put(TextBuffer out, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " is no number that text can hold");
    }
    if (Double.doubleToRawLongBits(number) < 0) {
      out.put('-');
    }
    if (number == 0) {
      zeros(out, 1);
      out.put('.');
      zeros(out, 1);
      return;
    }
    decimal.find(Math.abs(number));
    int count = count(decimal.digits());
    int point = count + decimal.exponent();
    if (point < LEAST_PLAIN || point > MOST_PLAIN) {
      scientific(out, count, point - 1);
    } else {
      plain(out, count, point);
    }
  }

  private void plain(TextBuffer out, int count, int point) {
    if (point <= 0) {
      zeros(out, 1);
      out.put('.');
      zeros(out, -point);
      digits(out, decimal.digits(), count);
    } else if (point >= count) {
      digits(out, decimal.digits(), count);
      zeros(out, point - count);
      out.put('.');
      zeros(out, 1);
    } else {
      pointed(out, count, point);
    }
  }

  private void scientific(TextBuffer out, int count, int exponent) {
    if (count == 1) {
      digits(out, decimal.digits(), 1);
      out.put('.');
      zeros(out, 1);
    } else {
      pointed(out, count, 1);
    }
    out.put('E');
    put(out, exponent);
  }

  /** All digits, and the point after the first of them. */
  private void pointed(TextBuffer out, int count, int point) {
    int start = out.size();
    digits(out, decimal.digits(), count);
    out.put('.');
    byte[] bytes = out.array();
    System.arraycopy(bytes, start + point, bytes, start + point + 1, count - point);
    bytes[start + point] = '.';
  }

  private static void zeros(TextBuffer out, int count) {
    for (int i = 0; i < count; i++) {
      out.put('0');
    }
  }

  /** Writes a number with leading zeros up to that many digits, which it must not exceed. */
  static void digits(TextBuffer out, long number, int count) {
    int start = out.extend(count);
    byte[] bytes = out.array();
    int end = start + count;
    long rest = number;
    while (rest >= EIGHT_DIGITS) {
      long above = rest / EIGHT_DIGITS;
      set(bytes, end - 8, end, (int) (rest - above * EIGHT_DIGITS));
      end -= 8;
      rest = above;
    }
    set(bytes, start, end, (int) rest);
  }

  private static void set(byte[] bytes, int start, int end, int number) {
    int rest = number;
    int at = end;
    while (at - start >= 2) {
      int above = rest / 100;
      int pair = 2 * (rest - above * 100);
      bytes[--at] = PAIRS[pair + 1];
      bytes[--at] = PAIRS[pair];
      rest = above;
    }
    if (at > start) {
      bytes[start] = (byte) ('0' + rest);
    }
  }

  /** How many digits a number has that is not negative. */
  private static int count(long number) {
    long odd = number | 1;
    int least = ((Long.SIZE - Long.numberOfLeadingZeros(odd)) * 1233) >> 12;
    return odd >= POWERS[least] ? least + 1 : least;
  }
}
