package io.stocktrend.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Spoils a JSON payload in place. Of an answer about several symbols only the rule's own symbol is
 * spoilt.
 */
final class PayloadFault {

  private static final List<String> SYMBOL_MEMBERS =
      List.of("symbol", "Symbol", "01. symbol", "ticker", "related");
  private static final Set<String> COLUMNS =
      Set.of("open", "high", "low", "close", "volume", "adjclose");

  private final Fault fault;

  PayloadFault(Fault fault) {
    this.fault = fault;
  }

  void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (isOther(object)) {
        return;
      }
      spoilMembers(object);
    }
    node.forEach(this::spoil);
  }

  /** Removes the rule's symbol from every list. */
  void leaveOut(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
        if (isOwn(elements.next())) {
          elements.remove();
        }
      }
    }
    node.forEach(this::leaveOut);
  }

  private void spoilMembers(ObjectNode object) {
    switch (fault.kind()) {
      case MISSING_MEMBERS -> object.remove(List.of(fault.text("members", "").split(",", -1)));
      case NULL_ROW -> replaceEach(object, this::nullRow);
      case FUTURE_TIME -> replaceEach(object, Distortion::later);
      case NEGATIVE_PRICE -> replaceEach(object, Distortion::negative);
      default -> throw new IllegalStateException(fault.kind() + " does not spoil a payload");
    }
  }

  private static void replaceEach(
      ObjectNode object, BiFunction<String, JsonNode, JsonNode> change) {
    Iterable<String> names = object::fieldNames;
    for (String name : names) {
      object.replace(name, change.apply(name, object.get(name)));
    }
  }

  private JsonNode nullRow(String name, JsonNode value) {
    if (COLUMNS.contains(name) && value instanceof ArrayNode column && !column.isEmpty()) {
      int row = fault.number("row", -2);
      int index = row < 0 ? column.size() + row : row;
      if (column.path(0).isValueNode()) {
        column.set(Math.max(0, Math.min(column.size() - 1, index)), NullNode.getInstance());
      }
    }
    return value;
  }

  private boolean isOther(ObjectNode object) {
    return !fault.symbol().isEmpty() && !symbolOf(object).isEmpty() && !isOwn(object);
  }

  private boolean isOwn(JsonNode node) {
    return FaultScript.sameSymbol(fault.symbol(), symbolOf(node));
  }

  private static String symbolOf(JsonNode node) {
    return SYMBOL_MEMBERS.stream()
        .map(name -> node.path(name).asText())
        .filter(symbol -> !symbol.isEmpty())
        .findFirst()
        .orElse("");
  }
}
