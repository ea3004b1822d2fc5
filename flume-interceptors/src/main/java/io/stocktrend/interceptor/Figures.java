package io.stocktrend.interceptor;

import java.math.BigDecimal;

/** Finite figures as people write them: {@code 41000123}, not {@code 4.1000123E7}. */
final class Figures {
  private Figures() {}

  static String print(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
