package io.stocktrend.source.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stocktrend.source.http.Answer;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads providers' JSON with all the ways in which they write numbers and say that there is none.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  // Beyond it no number is a price, a size or a time, and arithmetic on it may take for ever.
  private static final long MOST_DIGITS = 300;
  private static final long LATEST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

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
    } catch (JsonProcessingException | StackOverflowError e) {
      // Not JSON, or nested without end, is an answer to those who ask for an Optional.
      return Optional.empty();
    }
  }

  /** A number, or null where the provider says that there is none. */
  public static Double number(JsonNode node) {
    BigDecimal decimal = decimal(node);
    return decimal == null ? null : decimal.doubleValue();
  }

  /** A number above zero, or null: zero and below stand for unknown in prices. */
  public static Double positive(JsonNode node) {
    Double value = number(node);
    return value == null || value <= 0 ? null : value;
  }

  /** A number that is not below zero, or null, such as a dividend. */
  public static Double notNegative(JsonNode node) {
    Double value = number(node);
    return value == null || value < 0 ? null : value;
  }

  /** A number other than zero, or null: no price is zero times its earnings. */
  public static Double ratio(JsonNode node) {
    Double value = number(node);
    return value == null || value == 0 ? null : value;
  }

  /** A whole number not below zero, rounded, or null. */
  public static Long count(JsonNode node) {
    return whole(decimal(node));
  }

  /** A whole number above zero, rounded, or null: zero stands for unknown in sizes. */
  public static Long size(JsonNode node) {
    return known(count(node));
  }

  /** That many millions as a whole number above zero, or null. */
  public static Long millions(JsonNode node) {
    BigDecimal decimal = decimal(node);
    return decimal == null ? null : known(whole(decimal.movePointRight(6)));
  }

  /** A percentage that is not below zero as a fraction, or null. */
  public static Double percent(JsonNode node) {
    BigDecimal decimal = decimal(node);
    return decimal == null || decimal.signum() < 0 ? null : decimal.movePointLeft(2).doubleValue();
  }

  /** A time in seconds since the epoch, or null where there is none that a clock can show. */
  public static Instant epochSeconds(JsonNode node) {
    Long seconds = size(node);
    return seconds == null || seconds > LATEST_SECOND ? null : Instant.ofEpochSecond(seconds);
  }

  /** A text that says something, or null. */
  public static String text(JsonNode node) {
    if (!node.isTextual()) {
      return null;
    }
    String text = node.textValue().strip();
    return saysNothing(text) ? null : text;
  }

  private static Long known(Long value) {
    return value == null || value == 0 ? null : value;
  }

  private static Long whole(BigDecimal decimal) {
    if (decimal == null || decimal.signum() < 0) {
      return null;
    }
    BigDecimal rounded = decimal.setScale(0, RoundingMode.HALF_EVEN);
    return rounded.toBigInteger().bitLength() > 63 ? null : Long.valueOf(rounded.longValueExact());
  }

  private static BigDecimal decimal(JsonNode node) {
    JsonNode value = node.isObject() ? node.path("raw") : node;
    BigDecimal decimal = value.isTextual() ? parse(value.textValue().strip()) : numeric(value);
    if (decimal == null || isAbsurd(decimal)) {
      return null;
    }
    return decimal.signum() == 0 ? BigDecimal.ZERO : decimal;
  }

  private static BigDecimal numeric(JsonNode node) {
    boolean isFinite = node.isNumber() && Double.isFinite(node.doubleValue());
    return isFinite ? node.decimalValue() : null;
  }

  private static BigDecimal parse(String text) {
    if (text.length() > MOST_DIGITS || saysNothing(text)) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      // A text such as "Infinity" is no number that can be stored.
      return null;
    }
  }

  private static boolean isAbsurd(BigDecimal decimal) {
    long digitsBeforePoint = (long) decimal.precision() - decimal.scale();
    return decimal.signum() != 0 && Math.abs(digitsBeforePoint) > MOST_DIGITS;
  }

  private static boolean saysNothing(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "-", ".", "none", "null", "n/a", "nan" -> true;
      default -> false;
    };
  }
}
