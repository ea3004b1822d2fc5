package io.stocktrend.source.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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

  static byte[] print(CursorValues values) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", values.version());
    root.put("sequence", values.sequence());
    root.put("lastRun", values.lastRun() == null ? null : values.lastRun().toString());
    putAll(root.putObject("marks"), values.marks());
    ObjectNode days = root.putObject("seen");
    values
        .seen()
        .forEach((key, what) -> child(days, what.day().toString()).put(key, what.fingerprint()));
    return JSON.writeValueAsBytes(root);
  }

  static byte[] print(Slice slice) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("sequence", slice.sequence());
    ArrayNode items = root.putArray("items");
    for (Slice.Item item : slice.items()) {
      ObjectNode node = items.addObject();
      node.put("key", item.key());
      node.put("fingerprint", item.fingerprint());
      item.aliases().forEach(node.putArray("aliases")::add);
      putAll(node.putObject("headers"), item.headers());
      node.put("body", item.body());
    }
    putAll(root.putObject("marks"), slice.marks());
    return JSON.writeValueAsBytes(root);
  }

  /** Reads a cursor or a change of it; whatever it throws means that the text has another form. */
  static CursorValues cursor(byte[] content) throws IOException {
    JsonNode root = JSON.readTree(content);
    JsonNode lastRun = member(root, "lastRun");
    Map<String, Seen> seen = new TreeMap<>();
    JsonNode days = member(root, "seen");
    for (Iterator<String> names = days.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      LocalDate day = LocalDate.parse(name);
      Seen bare = new Seen("", day);
      texts(days, name)
          .forEach(
              (key, fingerprint) ->
                  seen.put(key, fingerprint.isEmpty() ? bare : new Seen(fingerprint, day)));
    }
    return new CursorValues(
        number(root, "version"),
        number(root, "sequence"),
        lastRun.isNull() ? null : Instant.parse(lastRun.asText()),
        texts(root, "marks"),
        seen);
  }

  /** Whole, but of another form: no crash does that, another version of the program may. */
  static IOException notUnderstood(Path file, Exception cause) {
    return new IOException(
        "the state file "
            + file
            + " was written by another version and is not understood: run that version, or delete"
            + " the folder so that the source starts from zero",
        cause);
  }

  /** Reads a slice; whatever it throws means that the text has another form. */
  static Slice slice(byte[] content) throws IOException {
    JsonNode root = JSON.readTree(content);
    List<Slice.Item> items = new ArrayList<>();
    for (JsonNode item : member(root, "items")) {
      items.add(
          new Slice.Item(
              new Slice.Identity(
                  text(item, "key"), text(item, "fingerprint"), list(item, "aliases")),
              texts(item, "headers"),
              Objects.requireNonNull(member(item, "body").binaryValue())));
    }
    return new Slice(number(root, "sequence"), items, texts(root, "marks"));
  }

  private static ObjectNode child(ObjectNode node, String name) {
    return node.has(name) ? (ObjectNode) node.get(name) : node.putObject(name);
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

  private static long number(JsonNode node, String name) throws IOException {
    JsonNode number = member(node, name);
    if (!number.canConvertToLong()) {
      throw new IOException("its " + name + " is no number");
    }
    return number.longValue();
  }

  private static String text(JsonNode node, String name) throws IOException {
    JsonNode text = member(node, name);
    if (!text.isTextual()) {
      throw new IOException("its " + name + " is no text");
    }
    return text.textValue();
  }

  private static List<String> list(JsonNode node, String name) throws IOException {
    List<String> list = new ArrayList<>();
    member(node, name).forEach(each -> list.add(each.asText()));
    return list;
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
