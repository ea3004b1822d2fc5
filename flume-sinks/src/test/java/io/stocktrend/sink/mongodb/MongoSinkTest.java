package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.RecordId;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flume.Event;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MongoSinkTest {
  @TempDir Path base;
  private final MongoStandIn server = new MongoStandIn();
  private MongoRig rig;

  private MongoRig rig() {
    rig = rig == null ? MongoRig.inMemory(base, server.uri()) : rig;
    return rig;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void deliver(List<Event> events) throws Exception {
    rig().put(events).drain(Map.of());
  }

  @Test
  void everyDatasetIsStoredAsItsRecordsAre() throws Exception {
    deliver(FiveRecords.events());
    EventCodec codec = new EventCodec();
    DocumentEncoder encoder = new DocumentEncoder();
    for (Event event : FiveRecords.events()) {
      assertEquals(
          List.of(encoder.encode(codec.decode(event)).document()),
          server.documents(event.getHeaders().get("dataset")));
    }
    assertEquals(new TreeSet<>(Dataset.ids()), new TreeSet<>(server.collections()));
    assertEquals(List.of(), rig().reasons());
  }

  @Test
  void aReplayChangesNothing() throws Exception {
    List<Event> events = new ArrayList<>(FiveRecords.events());
    events.addAll(Quotes.events(0, 50));
    deliver(events);
    Map<String, List<BsonDocument>> before = stored();
    deliver(events);
    deliver(events.subList(3, 20));
    assertEquals(before, stored());
    assertEquals(51, server.count("financial_data"));
  }

  private Map<String, List<BsonDocument>> stored() {
    Map<String, List<BsonDocument>> all = new HashMap<>();
    server.collections().forEach(name -> all.put(name, server.documents(name)));
    return all;
  }

  @Test
  void ofEqualIdentitiesTheNewestIsStored() throws Exception {
    Event newer = FiveRecords.event(FiveRecords.quote("MSFT").setClose(3.0).build());
    Event older =
        FiveRecords.event(
            FiveRecords.quote("MSFT").setCollectedAt(FiveRecords.KNOWN).setClose(1.0).build());
    Event earlier = FiveRecords.event(FiveRecords.quote("MSFT").setClose(2.0).build());
    deliver(List.of(earlier, newer, older));
    List<BsonDocument> stored = server.documents("financial_data");
    assertEquals(1, stored.size());
    assertEquals(3.0, stored.get(0).getDouble("close").getValue());
  }

  @Test
  void timesAndSymbolsAreIndexedWhereADatasetHasThem() throws Exception {
    deliver(FiveRecords.events());
    deliver(Quotes.events(0, 3));
    assertEquals(
        List.of("{\"_id\": 1}", "{\"event_time\": 1}", "{\"symbol\": 1, \"event_time\": 1}"),
        indexes("financial_data"));
    assertEquals(List.of("{\"_id\": 1}", "{\"event_time\": 1}"), indexes("policy_data"));
  }

  private List<String> indexes(String collection) {
    return server
        .collection(collection)
        .listIndexes(BsonDocument.class)
        .into(new ArrayList<>())
        .stream()
        .map(index -> index.getDocument("key").toJson().replace(".0", ""))
        .sorted()
        .toList();
  }

  @Test
  void theCollectionFollowsTheHeaders() throws Exception {
    Event desk = Quotes.event(1);
    desk.getHeaders().put("desk", "rates");
    rig().put(List.of(desk, Quotes.event(2)));
    rig().drain(Map.of("collection", "%{desk}.%{dataset}_%Y"));
    assertEquals(List.of("rates.financial_data_2026"), server.collections());
    assertEquals(
        List.of("it has no collection: the event has no header desk for its path"),
        rig().reasons());
  }

  @Test
  void aBatchAboveTheLimitOfAMessageIsSplit() throws Exception {
    List<Event> large = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String headline = Character.toString('a' + i).repeat(15_000_000);
      large.add(
          FiveRecords.event(
              FiveRecords.article()
                  .setRecordId(RecordId.of("large-" + i, FiveRecords.KNOWN))
                  .setHeadline(headline)
                  .build()));
    }
    deliver(large);
    assertEquals(5, server.count("news_data"));
    assertTrue(server.updates().size() >= 5, "each in a message of its own");
  }

  @Test
  void updatesAreUnorderedAndWaitForMajorityAndJournalWithoutTransaction() throws Exception {
    deliver(Quotes.events(0, 3));
    var update = server.updates().get(0);
    assertEquals(false, update.get("ordered"));
    var concern = (Map<?, ?>) update.get("writeConcern");
    assertEquals("majority", concern.get("w"));
    assertEquals(true, concern.get("j"));
    assertFalse(update.containsKey("txnNumber"), update.toString());
  }
}
