package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageTest {
  @TempDir Path base;

  @Test
  void anUnwritablePartitionKeepsTheEventsAndRecoversWithoutRestart() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 10));
    ParquetSink sink = rig.start();
    Path inTheWay = rig.root().resolve("financial_data");
    Files.writeString(inTheWay, "not a folder");

    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      assertEquals(Status.BACKOFF, sink.process());
      assertEquals(2, log.lines().size(), "one line per back-off");
      String line = log.lines().get(0);
      assertTrue(line.startsWith("WARN sink parquet stored nothing and will try again"), line);
      assertTrue(line.contains(inTheWay.toString()), line);
      assertTrue(line.endsWith("a file stands where a folder is needed: move it away"), line);
    }

    Files.delete(inTheWay);
    assertEquals(Status.READY, sink.process());
    sink.stop();
    assertEquals(Quotes.symbols(0, 10), rig.lake().symbols());
  }

  @Test
  void aRootThatCannotBeMadeAtTheStartCostsNoSink() throws Exception {
    Files.writeString(base.resolve("raw"), "not a folder");
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    ParquetSink sink = rig.start();
    assertEquals(Status.BACKOFF, sink.process());
    Files.delete(base.resolve("raw"));
    Rig.drain(sink);
    assertTrue(Files.exists(rig.root().resolve(".lock")), "locked as soon as it can be");
    sink.stop();
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  @Test
  void aQuarantineThatCannotBeWrittenKeepsThePoisonInTheChannel() throws Exception {
    Files.writeString(base.resolve("quarantine"), "not a folder");
    Rig rig = Rig.inMemory(base).put(List.of(PoisonTest.noise())).put(Quotes.events(0, 3));
    ParquetSink sink = rig.start();
    assertEquals(Status.BACKOFF, sink.process());
    Files.delete(base.resolve("quarantine"));
    Rig.drain(sink);
    sink.stop();
    assertEquals(1, PoisonTest.entries(rig).size());
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  @Test
  void aFailureCostsNoMoreThanTheBatchThatItMet() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 30));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    ParquetSink sink = new Rig(base, flaky).start(Map.of("batchSize", "10"));
    assertEquals(Status.READY, sink.process());
    flaky.failCommits(1);
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Quotes.symbols(0, 20), rig.lake().symbols());
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 30), rig.lake().symbols());
  }
}
