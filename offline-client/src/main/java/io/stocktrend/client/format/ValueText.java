package io.stocktrend.client.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Values as text: times in ISO 8601 with Z, numbers without exponent, lists and maps as JSON. */
public final class ValueText {
  // Up to Java 18, Double.toString has digits too many for some numbers that 17 characters hint at.
  private static final int SUSPICIOUSLY_LONG = 17;

  private ValueText() {}

  /** The text of a value; empty for null. */
  public static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof List || value instanceof Map ? Json.of(value) : value.toString();
  }

  /** The shortest decimal number that is read back as the same double, always with a point. */
  public static String number(double value) {
    String text = Double.toString(value);
    if (!Double.isFinite(value)) {
      return text;
    }
    if (text.length() >= SUSPICIOUSLY_LONG) {
      text = shortest(value, new BigDecimal(text)).toString();
    }
    String plain =
        text.indexOf('E') < 0 ? text : new BigDecimal(text).stripTrailingZeros().toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private static BigDecimal shortest(double value, BigDecimal exact) {
    for (int digits = 15; digits < exact.precision(); digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact;
  }
}
