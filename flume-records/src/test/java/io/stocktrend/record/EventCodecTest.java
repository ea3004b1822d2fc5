package io.stocktrend.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private final EventCodec codec = new EventCodec();

  @Test
  void aRecordComesBackAsItWent() throws Exception {
    Quote quote = Samples.quote("AAPL");

    DatasetRecord decoded = codec.decode(codec.encode(quote));

    assertEquals(Dataset.FINANCIAL_DATA, decoded.dataset());
    assertEquals(quote.getRecordId(), decoded.recordId());
    assertEquals(231.25, decoded.values().get("close"));
    assertEquals(3_400_000_000_000L, decoded.values().get("market_cap"));
    assertNull(decoded.values().get("pe_ratio"));
    long micros = Samples.COLLECTED.getEpochSecond() * 1_000_000 + 123_456;
    assertEquals(micros, decoded.values().get("collected_at"));
  }

  @Test
  void theHeadersNameDatasetSchemaTimeAndKey() {
    Map<String, String> headers = codec.encode(Samples.quote("BRK.B")).getHeaders();

    assertEquals("financial_data", headers.get("dataset"));
    assertEquals(Long.toString(Samples.COLLECTED.toEpochMilli()), headers.get("timestamp"));
    assertEquals("BRK.B", headers.get("key"));
    assertEquals(
        SchemaCatalog.fingerprint(Quote.getClassSchema()), headers.get("schema.fingerprint"));
  }

  @Test
  void anEventOfAnOlderSchemaIsResolvedToTheCurrentOne() throws Exception {
    Schema older = olderQuoteSchema();
    EventCodec reader = new EventCodec(new SchemaCatalog(List.of(older, Quote.getClassSchema())));

    DatasetRecord decoded = reader.decode(olderEvent(older));

    GenericRecord values = decoded.values();
    assertEquals(Dataset.FINANCIAL_DATA.schema(), values.getSchema());
    assertNull(values.get("market_cap"), "a field added since is null");
    assertNull(values.getSchema().getField("bid"), "a field dropped since is gone");
    assertEquals(100.5, (double) values.get("close"), 1e-6, "float has been widened to double");
    assertEquals(7L, values.get("volume"), "int has been widened to long");
  }

  /** The schema of a quote before market_cap was added, bid dropped, close and volume widened. */
  private static Schema olderQuoteSchema() {
    String text =
        Quote.getClassSchema()
            .toString()
            .replaceFirst("\\{\"name\":\"market_cap\"[^}]*},", "")
            .replaceFirst(
                "\\{\"name\":\"close\",\"type\":\\[\"null\",\"double\"]",
                "{\"name\":\"bid\",\"type\":\"double\"},"
                    + "{\"name\":\"close\",\"type\":[\"null\",\"float\"]")
            .replaceFirst(
                "\\{\"name\":\"volume\",\"type\":\\[\"null\",\"long\"]",
                "{\"name\":\"volume\",\"type\":[\"null\",\"int\"]");
    return new Schema.Parser().parse(text);
  }

  private static Event olderEvent(Schema older) throws IOException {
    GenericRecord record = new GenericData.Record(older);
    record.put("record_id", RecordId.of("AAPL", Samples.COLLECTED));
    record.put("event_time", 1L);
    record.put("known_at", 2L);
    record.put("collected_at", 3L);
    record.put("provider", "yahoo");
    record.put("symbol", "AAPL");
    record.put("bid", 99.0);
    record.put("close", 100.5f);
    record.put("volume", 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(older).write(record, encoder);
    encoder.flush();
    return EventBuilder.withBody(
        out.toByteArray(),
        Map.of(
            "dataset", "financial_data", "schema.fingerprint", SchemaCatalog.fingerprint(older)));
  }

  @Test
  void aChangedRecordGoesBackIntoItsEventUnderTheCurrentSchema() throws Exception {
    Schema older = olderQuoteSchema();
    EventCodec codec = new EventCodec(new SchemaCatalog(List.of(older, Quote.getClassSchema())));
    Event event = olderEvent(older);
    DatasetRecord decoded = codec.decode(event);
    decoded.values().put("market_cap", 5L);

    codec.update(event, decoded);

    DatasetRecord again = new EventCodec().decode(event);
    assertEquals(decoded.values(), again.values());
    assertEquals("financial_data", event.getHeaders().get("dataset"));
  }

  @Test
  void whatCannotBeDecodedSaysWhy() {
    Event event = codec.encode(Samples.quote("AAPL"));

    assertTrue(refusal(without(event, "dataset")).contains("no header dataset"));
    assertTrue(refusal(with(event, "dataset", "prices")).contains("'prices'"));
    assertTrue(refusal(with(event, "schema.fingerprint", "00")).contains("fingerprint '00'"));
    assertTrue(refusal(body(event, new byte[0])).contains("not Avro binary"));
    byte[] half = Arrays.copyOf(event.getBody(), event.getBody().length / 2);
    assertTrue(refusal(body(event, half)).contains("not Avro binary"));
    byte[] more = Arrays.copyOf(event.getBody(), event.getBody().length + 1);
    assertTrue(refusal(body(event, more)).contains("more than one record"));
  }

  @Test
  void noBodyWhateverIsInItIsMoreThanUndecodable() {
    Random random = new Random(20_240_612);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      Dataset dataset = random.nextBoolean() ? Dataset.FINANCIAL_DATA : Dataset.POLICY_DATA;
      refused += isRefused(dataset, noise) ? 1 : 0;
    }
    assertTrue(refused > 4900, "few bodies of noise are records, not " + (5000 - refused));
  }

  @Test
  void aBodyThatClaimsMoreThanMemoryHoldsIsUndecodable() throws Exception {
    for (long length : new long[] {1_500_000_000L, 2_147_483_639L, 2_147_483_640L, 1L << 40}) {
      ByteArrayOutputStream claim = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(claim, null);
      encoder.writeLong(length);
      encoder.flush();
      assertTrue(isRefused(Dataset.NEWS_DATA, claim.toByteArray()), "a text of " + length);
    }
  }

  /** Any throwable but the one that is meant fails the test. */
  private boolean isRefused(Dataset dataset, byte[] body) {
    String fingerprint = SchemaCatalog.fingerprint(dataset.schema());
    Map<String, String> headers =
        Map.of("dataset", dataset.id(), "schema.fingerprint", fingerprint);
    try {
      codec.decode(EventBuilder.withBody(body, headers));
      return false;
    } catch (UndecodableEventException e) {
      return true;
    }
  }

  private String refusal(Event event) {
    return assertThrows(UndecodableEventException.class, () -> codec.decode(event)).getMessage();
  }

  private static Event without(Event event, String header) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.remove(header);
    return EventBuilder.withBody(event.getBody(), headers);
  }

  private static Event with(Event event, String header, String value) {
    Map<String, String> headers = new HashMap<>(event.getHeaders());
    headers.put(header, value);
    return EventBuilder.withBody(event.getBody(), headers);
  }

  private static Event body(Event event, byte[] body) {
    return EventBuilder.withBody(body, event.getHeaders());
  }
}
