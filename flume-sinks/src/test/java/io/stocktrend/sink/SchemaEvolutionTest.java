package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.SchemaCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The superseded schema is a test resource: it lacks most fields and has a narrower volume. */
final class SchemaEvolutionTest {
  @TempDir Path base;

  @Test
  void anEventOfASupersededSchemaIsStoredInTheCurrentOne() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(oldEvent())).put(Quotes.events(1, 2));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();

    assertEquals(1, rig.lake().parts().size());
    GenericRecord row = rig.lake().rows().get(0);
    assertEquals("S9", row.get("symbol").toString());
    assertEquals(12L, row.get("volume"));
    assertNull(row.get("market_cap"));
  }

  private static Event oldEvent() throws IOException {
    Schema schema;
    try (var in = SchemaCatalog.class.getResourceAsStream("quote-superseded.avsc")) {
      schema = new Schema.Parser().parse(in);
    }
    GenericRecord record = new GenericData.Record(schema);
    long now = Quotes.NOON.toEpochMilli() * 1000;
    record.put("record_id", "S9|2026-11-02T12:00:00.000000Z");
    record.put("event_time", now);
    record.put("known_at", now);
    record.put("collected_at", now);
    record.put("provider", "yahoo");
    record.put("symbol", "S9");
    record.put("volume", 12);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    Map<String, String> headers = new HashMap<>();
    headers.put(EventHeaders.DATASET, "financial_data");
    headers.put(EventHeaders.SCHEMA_FINGERPRINT, SchemaCatalog.fingerprint(schema));
    headers.put(EventHeaders.TIMESTAMP, Long.toString(Quotes.NOON.toEpochMilli()));
    return EventBuilder.withBody(out.toByteArray(), headers);
  }
}
