package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.bwaldvogel.mongo.bson.Document;
import io.stocktrend.sink.LogLines;
import io.stocktrend.sink.MongoSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MongoOutageTest {
  @TempDir Path base;
  private final MongoStandIn server = new MongoStandIn();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Document> passing() {
    Document full = new Document("index", 0).append("code", 14031).append("errmsg", "disk full");
    Document quota =
        new Document("index", 1)
            .append("code", 8000)
            .append("errmsg", "you are over your space quota");
    Document race =
        new Document("index", 1)
            .append("code", 11000)
            .append("errmsg", "E11000 duplicate key error collection: m.c index: _id_ dup key");
    Document poison =
        new Document("index", 2).append("code", 121).append("errmsg", "Document failed validation");
    return Stream.of(
        Answers.refusal(10107, "not primary"),
        Answers.refusal(13, "not authorized on market"),
        Answers.refusal(50, "operation exceeded time limit"),
        Answers.writeConcernError(64, "waiting for replication timed out"),
        Answers.writeErrors(full),
        Answers.writeErrors(race),
        Answers.writeErrors(quota, poison));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsRetriedAndSetsNothingAside(Document answer) throws Exception {
    server.answerUpdates(answer, answer);
    MongoRig rig = MongoRig.inMemory(base, server.uri()).put(Quotes.events(0, 5));
    MongoSink sink = rig.start(Map.of());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(List.of(), rig.reasons());
    Rig.drain(sink);
    sink.stop();
    assertEquals(new TreeSet<>(Quotes.symbols(0, 5)), server.symbols());
    assertEquals(List.of(), rig.reasons());
  }

  @Test
  void aServerThatIsAwayAtTheStartCostsOneLineABackOffAndNoSink() throws Exception {
    try (CutLine line = new CutLine(server.address())) {
      line.cut();
      String uri = MongoStandIn.uri(line.port()) + "/?serverSelectionTimeoutMS=300";
      MongoRig rig = MongoRig.inMemory(base, uri).put(Quotes.events(0, 5));
      MongoSink sink = rig.start(Map.of());
      try (LogLines log = new LogLines()) {
        assertEquals(Status.BACKOFF, sink.process());
        assertEquals(1, log.lines().size());
        String text = log.lines().get(0);
        assertTrue(text.startsWith("WARN sink mongo stored nothing and will try again"), text);
        assertTrue(text.contains("MongoDB cannot be reached: "), text);
      }
      line.mend();
      Rig.drain(sink);
      sink.stop();
    }
    assertEquals(new TreeSet<>(Quotes.symbols(0, 5)), server.symbols());
  }

  @Test
  void aServerThatLetsNobodyInIsRetriedWithoutItsPasswordInTheLog() throws Exception {
    String uri = server.uri() + "/?serverSelectionTimeoutMS=1000";
    MongoRig rig = MongoRig.inMemory(base, uri).put(Quotes.events(0, 5));
    MongoSink sink = rig.start(Map.of("user", "writer", "password", "c4n4ry"));
    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      sink.stop();
      assertTrue(log.lines().toString().contains("look at user, password"), log.lines().toString());
      assertFalse(log.lines().toString().contains("c4n4ry"), log.lines().toString());
    }
    rig.drain(Map.of());
    assertEquals(new TreeSet<>(Quotes.symbols(0, 5)), server.symbols());
  }
}
