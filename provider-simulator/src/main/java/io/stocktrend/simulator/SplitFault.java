package io.stocktrend.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.simulator.market.Session;
import io.stocktrend.simulator.wire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A split of shares as a chart shows it: from the open of its session on, all prices of the whole
 * history are divided, all volumes multiplied, and the event is told to who asks for splits.
 */
final class SplitFault {

  private static final List<String> PRICES = List.of("open", "high", "low", "close");
  private static final List<String> META =
      List.of(
          "regularMarketPrice",
          "regularMarketDayHigh",
          "regularMarketDayLow",
          "fiftyTwoWeekHigh",
          "fiftyTwoWeekLow",
          "chartPreviousClose",
          "previousClose");

  private final Instant open;
  private final int ratio;

  SplitFault(Fault fault) {
    this.ratio = fault.number("ratio", 2);
    this.open = open(fault.text("date", ""));
  }

  /** When trading opens on that day after the split. */
  static Instant open(String date) {
    try {
      return new Session(LocalDate.parse(date)).open();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date = " + date + ": give a trading day, YYYY-MM-DD", e);
    }
  }

  void apply(JsonNode answer, Request request) {
    if (request.receivedAt().isBefore(open)) {
      return;
    }
    for (JsonNode result : answer.path("chart").path("result")) {
      META.forEach(name -> divideMember(result.path("meta"), name));
      JsonNode columns = result.path("indicators").path("quote").path(0);
      PRICES.forEach(name -> divide(columns.path(name)));
      divide(result.path("indicators").path("adjclose").path(0).path("adjclose"));
      multiply(columns.path("volume"));
      tell((ObjectNode) result, request);
    }
  }

  private void tell(ObjectNode result, Request request) {
    long stamp = open.getEpochSecond();
    boolean isWithin = result.path("timestamp").path(0).asLong(Long.MAX_VALUE) <= stamp;
    if (isWithin && request.parameter("events").orElse("").contains("split")) {
      ObjectNode events = child(result, "events");
      child(child(events, "splits"), Long.toString(stamp))
          .put("date", stamp)
          .put("numerator", ratio)
          .put("denominator", 1)
          .put("splitRatio", ratio + ":1");
    }
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
  }

  private void divideMember(JsonNode meta, String name) {
    if (meta.path(name).isNumber()) {
      ((ObjectNode) meta).put(name, meta.path(name).asDouble() / ratio);
    }
  }

  private void divide(JsonNode column) {
    for (int i = 0; i < column.size(); i++) {
      if (column.get(i).isNumber()) {
        double price = (float) (column.get(i).asDouble() / ratio);
        ((ArrayNode) column).set(i, DoubleNode.valueOf(price));
      }
    }
  }

  private void multiply(JsonNode volumes) {
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i).isNumber()) {
        ((ArrayNode) volumes).set(i, LongNode.valueOf(volumes.get(i).asLong() * ratio));
      }
    }
  }
}
