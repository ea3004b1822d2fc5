package io.stocktrend.agent.quarantine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flume.event.EventBuilder;

/** Prints an entry for a person. */
final class EntryJson {
  private static final int MOST_BYTES = 256;

  private EntryJson() {}

  static ObjectNode of(Kept kept) {
    QuarantineEntry entry = kept.entry();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", entry.id());
    json.put("time", entry.time().toString());
    json.put("agent", kept.agent());
    json.put("component", entry.component());
    json.put("reason", entry.reason());
    json.put("file", kept.file().toString());
    ObjectNode headers = json.putObject("headers");
    new TreeMap<>(entry.headers()).forEach(headers::put);
    body(entry, json);
    return json;
  }

  private static void body(QuarantineEntry entry, ObjectNode json) {
    byte[] body = entry.body();
    json.put("body_bytes", body.length);
    try {
      Map<String, String> headers = entry.headers();
      json.set(
          "record",
          RecordJson.of(new EventCodec().decode(EventBuilder.withBody(body, headers)).values()));
    } catch (UndecodableEventException e) {
      byte[] beginning = Arrays.copyOf(body, Math.min(body.length, MOST_BYTES));
      json.put("undecodable", e.getMessage());
      json.put("body_hex", HexFormat.of().formatHex(beginning));
    }
  }
}
