package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.bson.Document;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.Quotes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flume.Event;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MongoPoisonTest {
  @TempDir Path base;
  private final MongoStandIn server = new MongoStandIn();
  private MongoRig rig;

  @BeforeEach
  void start() {
    rig = MongoRig.inMemory(base, server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Event headline(int length) {
    return FiveRecords.event(FiveRecords.article().setHeadline("x".repeat(length)).build());
  }

  @Test
  void aDocumentAboveTheServersLimitIsSetAsideAndTheRestIsStored() throws Exception {
    Event large = headline(20_000_000);
    rig.put(Quotes.events(0, 2)).put(List.of(large)).put(Quotes.events(2, 4)).drain(Map.of());
    assertEquals(new TreeSet<>(Quotes.symbols(0, 4)), server.symbols());
    assertEquals(0, server.count("news_data"));
    assertEquals(1, rig.quarantined().size());
    assertTrue(
        rig.reasons()
            .get(0)
            .matches("its document has 20000\\d{3} bytes, MongoDB takes at most 16777216"),
        rig.reasons().get(0));
    assertArrayEquals(large.getBody(), rig.quarantined().get(0).body());
  }

  @Test
  void aDocumentOfAlmostTheLimitIsStored() throws Exception {
    rig.put(List.of(headline(16_776_000))).drain(Map.of());
    assertEquals(1, server.count("news_data"));
    assertEquals(List.of(), rig.reasons());
  }

  @Test
  void noiseAndAForeignSchemaAreSetAside() throws Exception {
    Event foreign = Quotes.event(7);
    foreign.getHeaders().put(EventHeaders.SCHEMA_FINGERPRINT, "0000000000000000");
    Event noise = EventBuilder.withBody("noise", StandardCharsets.UTF_8, Map.of());
    rig.put(List.of(noise, foreign, Quotes.event(1))).drain(Map.of());
    assertEquals(Set.of("S1"), server.symbols());
    assertEquals(
        List.of(
            "the event has no header dataset",
            "no bundled schema has the fingerprint '0000000000000000'"),
        rig.reasons());
  }

  @Test
  void aRowWithoutIdentityIsSetAside() throws Exception {
    Event blank = FiveRecords.event(FiveRecords.quote("MSFT").build());
    byte[] body = blank.getBody();
    int length = FiveRecords.quote("MSFT").getRecordId().length();
    // The text's length, then its bytes: an empty text is one zero byte.
    byte[] without = new byte[body.length - length];
    System.arraycopy(body, length + 1, without, 1, without.length - 1);
    blank.setBody(without);
    rig.put(List.of(blank, Quotes.event(1))).drain(Map.of());
    assertEquals(Set.of("S1"), server.symbols());
    assertEquals(List.of("its record_id is empty: the row has no identity"), rig.reasons());
  }

  @Test
  void headersThatGiveNoCollectionAreSetAside() throws Exception {
    Event reserved = Quotes.event(1);
    reserved.getHeaders().put("desk", "system.x");
    Event leaves = Quotes.event(2);
    leaves.getHeaders().put("desk", "../x");
    Event tooLong = Quotes.event(3);
    tooLong.getHeaders().put("desk", "x".repeat(190));
    Event good = Quotes.event(4);
    good.getHeaders().put("desk", "rates");
    rig.put(List.of(reserved, leaves, tooLong, good)).drain(Map.of("collection", "%{desk}"));
    assertEquals(List.of("rates"), server.collections());
    assertEquals(3, rig.reasons().size());
    assertEquals(
        "no collection can have its name: it has more than 180 bytes", rig.reasons().get(2));
  }

  @Test
  void aRowThatAnotherUniqueIndexRefusesIsSetAside() throws Exception {
    server
        .collection("financial_data")
        .createIndex(Indexes.ascending("volume"), new IndexOptions().unique(true));
    Event same = FiveRecords.event(FiveRecords.quote("MSFT").setVolume(3000L).build());
    rig.put(Quotes.events(0, 5)).put(List.of(same)).put(Quotes.events(5, 8)).drain(Map.of());
    assertEquals(new TreeSet<>(Quotes.symbols(0, 8)), server.symbols());
    assertEquals(1, rig.reasons().size());
    assertTrue(
        rig.reasons().get(0).startsWith("MongoDB refuses its document: "), rig.reasons().get(0));
  }

  @Test
  void whatARefusedRowWasToReplaceIsSetAsideWithIt() throws Exception {
    Event older =
        FiveRecords.event(FiveRecords.article().setCollectedAt(FiveRecords.KNOWN).build());
    rig.put(List.of(older, headline(20_000_000))).drain(Map.of());
    assertEquals(0, server.count("news_data"));
    assertEquals(2, rig.reasons().size());
    assertTrue(rig.reasons().get(1).startsWith("a newer row of its record_id is refused: its doc"));
  }

  @Test
  void aRowThatAValidatorRefusesIsSetAsideWithTheServersReason() throws Exception {
    server.answerUpdates(
        Answers.writeErrors(
            new Document("index", 1)
                .append("code", 121)
                .append("errmsg", "Document failed validation")));
    rig.put(Quotes.events(0, 3)).drain(Map.of());
    assertEquals(
        List.of("MongoDB refuses its document: Document failed validation (code 121)"),
        rig.reasons());
    assertArrayEquals(Quotes.event(1).getBody(), rig.quarantined().get(0).body());
  }
}
