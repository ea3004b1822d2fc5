package io.stocktrend.simulator.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** Turns plain figures of quoteSummary into {@code {raw, fmt}}, as Yahoo does by default. */
final class Formatted {

  private static final Set<String> PLAIN =
      Set.of("maxAge", "regularMarketTime", "exchangeDataDelayedBy");

  private Formatted() {}

  static ObjectNode of(ObjectNode plain) {
    ObjectNode formatted = Wrapper.JSON.objectNode();
    Iterable<String> members = plain::fieldNames;
    for (String member : members) {
      formatted.set(member, value(member, plain.get(member)));
    }
    return formatted;
  }

  private static JsonNode value(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return of(object);
    }
    if (!value.isNumber() || PLAIN.contains(name)) {
      return value;
    }
    ObjectNode formatted = Wrapper.JSON.objectNode();
    formatted.set("raw", value);
    String pattern = value.isIntegralNumber() ? "%,.0f" : "%.2f";
    return formatted.put("fmt", String.format(Locale.US, pattern, value.asDouble()));
  }
}
