package io.stocktrend.client.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ValueTextTest {
  @Test
  void numbersArePlainAndShortest() {
    assertEquals("100.0", ValueText.number(100));
    assertEquals("0.1", ValueText.number(0.1));
    assertEquals("20000000000000000000000.0", ValueText.number(2e22));
    assertEquals("0.000001", ValueText.number(1e-6));
    assertEquals("-123456789.25", ValueText.number(-123456789.25));
    assertEquals("8410000000000000000000.0", ValueText.number(Double.parseDouble("8.41E21")));
    for (double number : new double[] {2.0E-3, 1.1E-300, Double.MIN_VALUE, Math.PI}) {
      assertEquals(number, Double.parseDouble(ValueText.number(number)));
    }
  }
}
