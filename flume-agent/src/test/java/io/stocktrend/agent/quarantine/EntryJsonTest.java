package io.stocktrend.agent.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.Quote;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.Test;

final class EntryJsonTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00.000123Z");

  private static ObjectNode json(String file, Map<String, String> headers, byte[] body) {
    QuarantineEntry entry = new QuarantineEntry("ab", T, "validation", "why", headers, body);
    Path folder = Path.of("quarantine");
    return EntryJson.of(new Kept(folder, folder.resolve(file), entry));
  }

  private static Event quote() {
    return new EventCodec()
        .encode(
            Quote.newBuilder()
                .setRecordId(RecordId.of("AAPL", T))
                .setEventTime(T)
                .setKnownAt(T)
                .setCollectedAt(T)
                .setProvider("yahoo")
                .setSymbol("AAPL")
                .setClose(Double.NaN)
                .setVolume(7L)
                .build());
  }

  @Test
  void aReadableEventIsShownAsItsRecord() {
    ObjectNode json = json("parquet-1.jsonl", quote().getHeaders(), quote().getBody());
    assertEquals("raw", json.path("agent").asText(), "the one that collects the dataset");
    assertEquals("2026-11-02T15:00:00.000123Z", json.at("/record/known_at").asText());
    assertEquals("NaN", json.at("/record/close").asText());
    assertEquals(7, json.at("/record/volume").asLong());
    assertEquals("null", json.at("/record/open").toString());
    assertFalse(json.has("body_hex"));
  }

  @Test
  void noiseIsShownByItsFirstBytesAndWithWhatIsWrong() {
    ObjectNode json = json("context/mongo-1.jsonl", Map.of(), new byte[1000]);
    assertEquals("context", json.path("agent").asText(), "the folder of the agent's own");
    assertEquals(1000, json.path("body_bytes").asInt());
    assertEquals("00".repeat(256), json.path("body_hex").asText());
    assertEquals("the event has no header dataset", json.path("undecodable").asText());
    assertFalse(json.has("record"));
  }
}
