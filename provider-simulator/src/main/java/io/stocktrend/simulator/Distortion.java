package io.stocktrend.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Wrong values for the members that hold a price or a time, whatever the provider's names. */
final class Distortion {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  private static final Set<String> PRICES =
      Set.of(
          "regularMarketPrice",
          "regularMarketOpen",
          "regularMarketDayHigh",
          "regularMarketDayLow",
          "open",
          "high",
          "low",
          "close",
          "dayHigh",
          "dayLow",
          "c",
          "h",
          "l",
          "o",
          "1. open",
          "2. high",
          "3. low",
          "4. close",
          "02. open",
          "03. high",
          "04. low",
          "05. price");

  private static final Set<String> TIMES =
      Set.of(
          "regularMarketTime",
          "timestamp",
          "t",
          "07. latest trading day",
          "datetime",
          "publishedAt");

  private Distortion() {}

  /** The member's value, a price with its sign turned. */
  static JsonNode negative(String member, JsonNode value) {
    boolean price = PRICES.contains(member);
    return price ? each(value, Distortion::negated) : value;
  }

  /** The member's value, a time one day later. */
  static JsonNode later(String member, JsonNode value) {
    boolean time = TIMES.contains(member);
    return time ? each(value, Distortion::tomorrow) : value;
  }

  private static JsonNode each(JsonNode value, UnaryOperator<JsonNode> change) {
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, change.apply(array.get(i)));
      }
      return array;
    }
    if (value instanceof ObjectNode formatted && formatted.has("raw")) {
      formatted.set("raw", change.apply(formatted.get("raw")));
      return formatted;
    }
    return change.apply(value);
  }

  private static JsonNode negated(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf("-" + value.asText());
    }
    return value.isNumber() ? DoubleNode.valueOf(-value.asDouble()) : value;
  }

  private static JsonNode tomorrow(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(tomorrow(value.asText()));
    }
    return value.isNumber() ? LongNode.valueOf(value.asLong() + DAY) : value;
  }

  /** The next day of a date, the time that follows it unchanged. */
  private static String tomorrow(String text) {
    int end = Math.min(text.length(), "2026-01-01".length());
    return LocalDate.parse(text.substring(0, end)).plusDays(1) + text.substring(end);
  }
}
