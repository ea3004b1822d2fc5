package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.MongoSink;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flume.Sink.Status;
import org.apache.flume.Transaction;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cuts the line to the server again and again, mostly in the middle of a message. */
final class MongoLineIT {
  private static final int EVENTS = 12_000;
  private static final int PUT = 500;
  private static final List<Long> CUTS = List.of(1L, 40_000L, 100_001L, 333_333L, 5L, 700_000L);

  @TempDir Path base;

  @Test
  @Timeout(180)
  void aServerThatIsCutOffAndBackLosesAndDoublesNothing() throws Exception {
    FileChannel channel = DrainedFileChannel.open(base);
    try (MongoStandIn server = new MongoStandIn();
        CutLine line = new CutLine(server.address())) {
      String uri = MongoStandIn.uri(line.port()) + "/?serverSelectionTimeoutMS=300";
      MongoRig rig = new MongoRig(base, channel, uri);
      for (int from = 0; from < EVENTS; from += PUT) {
        rig.put(Quotes.events(from, from + PUT));
      }
      MongoSink sink = rig.start(Map.of("batchSize", "300"));
      for (long bytes : CUTS) {
        line.cutAfter(bytes);
        drainUntilCut(sink, line);
        assertTrue(server.count("financial_data") < EVENTS, "cut in the middle");
        line.mend();
      }
      while (sink.process() == Status.READY || !isEmpty(channel)) {
        Thread.onSpinWait();
      }
      sink.stop();
      assertEquals(EVENTS, server.count("financial_data"));
      assertEquals(new TreeSet<>(Quotes.symbols(0, EVENTS)), server.symbols());
      assertEquals(List.of(), rig.quarantined());
    }
    channel.stop();
  }

  private static void drainUntilCut(MongoSink sink, CutLine line) throws InterruptedException {
    while (!line.isCut()) {
      sink.process();
    }
    assertEquals(Status.BACKOFF, sink.process());
  }

  private static boolean isEmpty(FileChannel channel) {
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      return channel.take() == null;
    } finally {
      transaction.rollback();
      transaction.close();
    }
  }
}
