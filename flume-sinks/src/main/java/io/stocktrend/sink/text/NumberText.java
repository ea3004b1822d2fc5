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
    Digits.put(out, size, Digits.count(size));
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
    int count = Digits.count(decimal.digits());
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
      Digits.put(out, decimal.digits(), count);
    } else if (point >= count) {
      Digits.put(out, decimal.digits(), count);
      zeros(out, point - count);
      out.put('.');
      zeros(out, 1);
    } else {
      pointed(out, count, point);
    }
  }

  private void scientific(TextBuffer out, int count, int exponent) {
    if (count == 1) {
      Digits.put(out, decimal.digits(), 1);
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
    Digits.put(out, decimal.digits(), count);
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
}
