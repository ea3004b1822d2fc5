package io.stocktrend.source.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Reads providers' JSON with all the ways in which they write numbers and say that there is none.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /**
   * The answer's body as JSON.
   *
   * @throws ProviderException MALFORMED if it is none
   */
  public static JsonNode parse(String provider, Answer answer) throws ProviderException {
    return tryParse(answer)
        .orElseThrow(
            () ->
                new ProviderException(
                    provider,
                    FailureKind.MALFORMED,
                    "HTTP " + answer.status() + " with a body that is not whole JSON"));
  }

  /** The answer's body as JSON, if it is that. */
  public static Optional<JsonNode> tryParse(Answer answer) {
    try {
      return Optional.of(MAPPER.readTree(answer.text())).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      // Not JSON is an answer, not an error, to those who ask for an Optional.
      return Optional.empty();
    }
  }

  /** A finite number, or null where the provider says that there is none. */
  public static Double number(JsonNode node) {
    BigDecimal decimal = decimal(node);
    if (decimal == null) {
      return null;
    }
    double value = decimal.doubleValue();
    return Double.isInfinite(value) ? null : value;
  }

  /** A number above zero, or null: zero and below stand for unknown in prices and sizes. */
  public static Double positive(JsonNode node) {
    Double value = number(node);
    return value == null || value <= 0 ? null : value;
  }

  /** A whole number not below zero, rounded, or null. */
  public static Long count(JsonNode node) {
    return whole(decimal(node));
  }

  /** That many millions as a whole number, or null. */
  public static Long millions(JsonNode node) {
    BigDecimal decimal = decimal(node);
    return decimal == null ? null : whole(decimal.movePointRight(6));
  }

  /** A percentage as a fraction, or null. */
  public static Double percent(JsonNode node) {
    BigDecimal decimal = decimal(node);
    return decimal == null ? null : decimal.movePointLeft(2).doubleValue();
  }

  /** A text that says something, or null. */
  public static String text(JsonNode node) {
    if (!node.isTextual()) {
      return null;
    }
    String text = node.textValue().strip();
    return saysNothing(text) ? null : text;
  }

  private static Long whole(BigDecimal decimal) {
    if (decimal == null || decimal.signum() < 0) {
      return null;
    }
    BigDecimal rounded = decimal.setScale(0, RoundingMode.HALF_EVEN);
    return rounded.toBigInteger().bitLength() > 63 ? null : Long.valueOf(rounded.longValueExact());
  }

  private static BigDecimal decimal(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isObject()) {
      return decimal(node.path("raw"));
    }
    if (!node.isTextual() || saysNothing(node.textValue().strip())) {
      return null;
    }
    try {
      return new BigDecimal(node.textValue().strip());
    } catch (NumberFormatException e) {
      // A text such as "Infinity" is no number that can be stored.
      return null;
    }
  }

  private static boolean saysNothing(String text) {
    return switch (text) {
      case "", "-", ".", "None", "null", "N/A", "NaN" -> true;
      default -> false;
    };
  }
}
