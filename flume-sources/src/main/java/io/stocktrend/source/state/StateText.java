package io.stocktrend.source.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The JSON of the state files. As a tree, because the Jackson of a stock Flume home may be one that
 * knows no records.
 */
final class StateText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StateText() {}

  static byte[] print(Cursor cursor) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("sequence", cursor.sequence());
    root.put("lastRun", cursor.lastRun().map(Instant::toString).orElse(null));
    putAll(root.putObject("fingerprints"), cursor.fingerprints());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  static byte[] print(Slice slice) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("sequence", slice.sequence());
    ArrayNode items = root.putArray("items");
    for (Slice.Item item : slice.items()) {
      ObjectNode node = items.addObject();
      node.put("key", item.key());
      node.put("fingerprint", item.fingerprint());
      putAll(node.putObject("headers"), item.headers());
      node.put("body", item.body());
    }
    return JSON.writeValueAsBytes(root);
  }

  /** Reads a cursor; whatever it throws means that the text has another form. */
  static Cursor cursor(byte[] content) throws IOException {
    JsonNode root = JSON.readTree(content);
    JsonNode lastRun = member(root, "lastRun");
    return new Cursor(
        sequence(root),
        lastRun.isNull() ? null : Instant.parse(lastRun.asText()),
        texts(root, "fingerprints"));
  }

  /** Reads a slice; whatever it throws means that the text has another form. */
  static Slice slice(byte[] content) throws IOException {
    JsonNode root = JSON.readTree(content);
    List<Slice.Item> items = new ArrayList<>();
    for (JsonNode item : member(root, "items")) {
      items.add(
          new Slice.Item(
              text(item, "key"),
              text(item, "fingerprint"),
              texts(item, "headers"),
              Objects.requireNonNull(member(item, "body").binaryValue())));
    }
    return new Slice(sequence(root), items);
  }

  private static void putAll(ObjectNode node, Map<String, String> values) {
    values.forEach(node::put);
  }

  private static JsonNode member(JsonNode node, String name) throws IOException {
    JsonNode member = node.get(name);
    if (member == null) {
      throw new IOException("it has no member " + name);
    }
    return member;
  }

  private static long sequence(JsonNode root) throws IOException {
    JsonNode sequence = member(root, "sequence");
    if (!sequence.canConvertToLong()) {
      throw new IOException("its sequence is no number");
    }
    return sequence.longValue();
  }

  private static String text(JsonNode node, String name) throws IOException {
    JsonNode text = member(node, name);
    if (!text.isTextual()) {
      throw new IOException("its " + name + " is no text");
    }
    return text.textValue();
  }

  private static Map<String, String> texts(JsonNode node, String name) throws IOException {
    JsonNode object = member(node, name);
    if (!object.isObject()) {
      throw new IOException("its " + name + " are no object");
    }
    Map<String, String> texts = new TreeMap<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String one = names.next();
      texts.put(one, text(object, one));
    }
    return texts;
  }
}
