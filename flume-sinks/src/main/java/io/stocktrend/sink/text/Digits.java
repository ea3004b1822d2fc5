package io.stocktrend.sink.text;

/** Decimal digits of whole numbers that are not negative, two at a time. */
final class Digits {
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

  private Digits() {}

  /** Writes a number with leading zeros up to that many digits, which it must not exceed. */
  static void put(TextBuffer out, long number, int count) {
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
  static int count(long number) {
    long odd = number | 1;
    int least = ((Long.SIZE - Long.numberOfLeadingZeros(odd)) * 1233) >> 12;
    return odd >= POWERS[least] ? least + 1 : least;
  }
}
