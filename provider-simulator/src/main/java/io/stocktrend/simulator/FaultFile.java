package io.stocktrend.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads rules from a JSON file: one array of objects, as the package describes. */
final class FaultFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OWN = Set.of("route", "kind", "symbol", "after", "times");

  private FaultFile() {}

  /**
   * The rules of a file, in its order.
   *
   * @throws IllegalArgumentException naming the file, the rule and what is wrong with it
   * @throws IOException if the file cannot be read
   */
  static List<Fault> read(Path file) throws IOException {
    JsonNode rules = parse(file);
    if (!rules.isArray()) {
      throw new IllegalArgumentException(file + " holds no array of rules: begin it with '['");
    }
    List<Fault> faults = new ArrayList<>();
    for (JsonNode rule : rules) {
      faults.add(read(file, faults.size() + 1, rule));
    }
    return faults;
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Fault read(Path file, int number, JsonNode rule) {
    try {
      Fault fault = read(rule);
      fault.checkParameters();
      return fault;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "rule " + number + " of " + file + ": " + e.getMessage(), e);
    }
  }

  private static Fault read(JsonNode rule) {
    String kindName = required(rule, "kind");
    FaultKind kind =
        FaultKind.named(kindName)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown kind '" + kindName + "': use one of " + FaultKind.fileNames()));
    Fault fault =
        Fault.on(required(rule, "route"), kind)
            .forSymbol(rule.path("symbol").asText())
            .after(whole(rule, "after", 0))
            .times(whole(rule, "times", Fault.FOR_EVER));
    Iterable<String> members = rule::fieldNames;
    for (String member : members) {
      if (!OWN.contains(member)) {
        fault = fault.with(member, text(rule.get(member)));
      }
    }
    return fault;
  }

  private static String required(JsonNode rule, String name) {
    if (!rule.path(name).isTextual()) {
      throw new IllegalArgumentException("'" + name + "' is missing: give it as text");
    }
    return rule.get(name).asText();
  }

  private static int whole(JsonNode rule, String name, int otherwise) {
    JsonNode value = rule.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(name + " = " + value + ": give a whole number");
    }
    return value.asInt();
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asText()));
    return String.join(",", parts);
  }
}
