package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.MongoSink;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flume.Sink.Status;
import org.apache.flume.SinkRunner;
import org.apache.flume.sink.DefaultSinkProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MongoStopTest {
  @TempDir Path base;

  @Test
  void aServerThatHangsDelaysNoStop() throws Exception {
    try (MongoStandIn server = new MongoStandIn();
        CutLine line = new CutLine(server.address())) {
      MongoRig rig = MongoRig.inMemory(base, MongoStandIn.uri(line.port()));
      rig.put(Quotes.events(0, 5)).drain(Map.of());
      rig.put(Quotes.events(5, 10));
      MongoSink sink = rig.start(Map.of());
      line.hang();
      assertPromptStop(sink);
      new MongoRig(base, sink.getChannel(), server.uri()).drain(Map.of());
      assertEquals(new TreeSet<>(Quotes.symbols(0, 10)), server.symbols());
    }
  }

  @Test
  void aServerThatIsAwayDelaysNoStop() throws Exception {
    try (MongoStandIn server = new MongoStandIn();
        CutLine line = new CutLine(server.address())) {
      line.cut();
      MongoRig rig = MongoRig.inMemory(base, MongoStandIn.uri(line.port()));
      assertPromptStop(rig.put(Quotes.events(0, 5)).start(Map.of()));
    }
  }

  @Test
  void aServerThatHangsInTheMiddleOfABulkDelaysNoStop() throws Exception {
    try (MongoStandIn server = new MongoStandIn();
        CutLine line = new CutLine(server.address())) {
      MongoRig rig = MongoRig.inMemory(base, MongoStandIn.uri(line.port()));
      MongoSink sink = rig.put(Quotes.events(0, 5)).start(Map.of());
      assertEquals(Status.READY, sink.process());
      line.hang();
      rig.put(Quotes.events(5, 10));
      assertPromptStop(sink);
    }
  }

  private static void assertPromptStop(MongoSink sink) throws InterruptedException {
    DefaultSinkProcessor processor = new DefaultSinkProcessor();
    processor.setSinks(List.of(sink));
    SinkRunner runner = new SinkRunner(processor);
    runner.start();
    Thread.sleep(1000);
    long before = System.nanoTime();
    runner.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took.toString());
  }
}
