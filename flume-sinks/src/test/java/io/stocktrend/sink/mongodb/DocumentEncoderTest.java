package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

final class DocumentEncoderTest {
  private static BsonDocument document(SpecificRecordBase record) throws Exception {
    EventCodec codec = new EventCodec();
    DocumentEncoder.Encoded encoded =
        new DocumentEncoder().encode(codec.decode(codec.encode(record)));
    assertEquals(encoded.size(), encoded.document().getByteBuffer().remaining());
    return encoded.document();
  }

  private static BsonDateTime date(String time) {
    return new BsonDateTime(Instant.parse(time).toEpochMilli());
  }

  @Test
  void textsNumbersAndFlagsKeepTheirTypes() throws Exception {
    BsonDocument quote = document(FiveRecords.quote("MSFT").build());
    assertEquals(new BsonString("MSFT|2026-11-13T21:00:00.000000Z"), quote.get("_id"));
    assertFalse(quote.containsKey("record_id"));
    assertEquals(new BsonDouble(512.5), quote.get("close"));
    assertEquals(new BsonInt64(9_000_000_001L), quote.get("volume"));
    assertEquals(BsonBoolean.TRUE, document(FiveRecords.bar().build()).get("is_final"));
    assertEquals(
        new BsonString("Größer als erwartet: 増収"),
        document(FiveRecords.article().build()).get("headline"));
  }

  @Test
  void everyColumnStandsThereInOrderAndUnknownIsNull() throws Exception {
    BsonDocument quote = document(FiveRecords.quote("MSFT").build());
    List<String> columns =
        new ArrayList<>(
            Dataset.FINANCIAL_DATA.schema().getFields().stream().map(Schema.Field::name).toList());
    columns.set(0, "_id");
    columns.add("micros");
    assertEquals(columns, new ArrayList<>(quote.keySet()));
    assertEquals(BsonNull.VALUE, quote.get("pe_ratio"));
  }

  @Test
  void timesAreDatesWithTheirMicrosecondsBeside() throws Exception {
    BsonDocument quote = document(FiveRecords.quote("MSFT").build());
    assertEquals(date("2026-11-16T09:00:03.250Z"), quote.get("collected_at"));
    assertEquals(date("2026-11-13T21:00:00Z"), quote.get("known_at"));
    assertEquals(BsonDocument.parse("{collected_at: 417}"), quote.get("micros"));
  }

  @Test
  void aTimeBefore1970RoundsDownAndKeepsItsMicroseconds() throws Exception {
    BsonDocument curve = document(FiveRecords.curve(Map.of()).build());
    assertEquals(new BsonDateTime(-1), curve.get("event_time"));
    assertEquals(999, curve.getDocument("micros").getInt32("event_time").getValue());
    assertEquals(date("1969-12-31T00:00:00Z"), curve.get("starts_on"));
  }

  @Test
  void wholeMillisecondsLeaveNoMicros() throws Exception {
    assertFalse(
        document(FiveRecords.quote("MSFT").setCollectedAt(FiveRecords.KNOWN).build())
            .containsKey("micros"));
  }

  @Test
  void datesAreMidnightAndListsAreArrays() throws Exception {
    BsonDocument observation = document(FiveRecords.observation().build());
    assertEquals(date("2026-10-01T00:00:00Z"), observation.get("observation_date"));
    assertEquals(date("9999-12-31T00:00:00Z"), observation.get("realtime_end"));
    assertEquals(BsonNull.VALUE, observation.get("realtime_start"));
    assertEquals(
        BsonDocument.parse("{a: ['AAPL', 'TSLA']}").get("a"), observation.get("related_symbols"));
  }

  @Test
  void keysOfMapsAreSortedAndCanBeNamedInAQuery() throws Exception {
    BsonDocument curve =
        document(
            FiveRecords.curve(
                    Map.of("b", 1.0, "1.5 Month", 2.0, "$rate", 3.0, "50%", 4.0, "a$", 5.0))
                .build());
    assertEquals(
        List.of("%24rate", "1%2E5 Month", "50%25", "a$", "b"),
        new ArrayList<>(curve.getDocument("values").keySet()));
    assertTrue(document(FiveRecords.curve(Map.of()).build()).getDocument("values").isEmpty());
  }
}
