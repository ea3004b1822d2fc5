package io.stocktrend.source.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Reads prices that went through a 32-bit float: what lies beyond its seven digits, or beyond the
 * decimals that the provider vouches for, is noise that differs from answer to answer.
 */
public final class Prices {
  private static final MathContext FLOAT = new MathContext(7, RoundingMode.HALF_EVEN);

  private final int decimals;

  /**
   * @param decimals digits after the point at the most
   */
  public Prices(int decimals) {
    this.decimals = decimals;
  }

  /** The price, or null where there is none above zero. */
  public Double read(JsonNode node) {
    Double value = Json.positive(node);
    return value == null ? null : round(value);
  }

  private Double round(double value) {
    BigDecimal digits = BigDecimal.valueOf(value).round(FLOAT);
    double rounded =
        digits.scale() <= decimals
            ? digits.doubleValue()
            : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    return rounded > 0 ? rounded : null;
  }
}
