package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.EventHeaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedeliveryTest {
  @TempDir Path base;

  @Test
  void aRedeliveredBatchLeavesOneFile() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 20));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    flaky.failCommits(2);
    ParquetSink sink = new Rig(base, flaky).start();

    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(Status.READY, sink.process());
    sink.stop();

    assertEquals(1, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, 20), rig.lake().symbols());
  }

  @Test
  void aBatchThatGrewSinceTheFailedCommitIsStoredOnce() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 10));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    flaky.failCommits(1);
    ParquetSink sink = new Rig(base, flaky).start();
    assertEquals(Status.BACKOFF, sink.process());
    rig.put(Quotes.events(10, 15));
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 15), rig.lake().symbols());
  }

  @Test
  void aNewSinkWithAnotherBatchSizeStoresNothingTwice() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 50));
    ParquetSink before = rig.start();
    Rig.drain(before);
    before.stop();

    rig.put(Quotes.events(0, 60));
    ParquetSink after = rig.start(Map.of("batchSize", "7"));
    Rig.drain(after);
    after.stop();
    assertEquals(Quotes.symbols(0, 60), rig.lake().symbols());
  }

  @Test
  void aRecordThatStandsTwiceInABatchIsStoredOnce() throws Exception {
    List<Event> twice = new ArrayList<>(Quotes.events(0, 5));
    twice.addAll(Quotes.events(3, 8));
    Rig rig = Rig.inMemory(base).put(twice);
    ParquetSink sink = rig.start(Map.of("batchMaxDelay", "1s"));
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 8), rig.lake().symbols());
  }

  @Test
  void aPossibleDuplicateIsLookedUpInWhatThisRunHasStored() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 10));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    List<Event> repeated = Quotes.events(5, 12);
    repeated.forEach(event -> event.getHeaders().put(EventHeaders.POSSIBLE_DUPLICATE, "true"));
    rig.put(repeated);
    Rig.drain(sink);
    sink.stop();
    assertEquals(Quotes.symbols(0, 12), rig.lake().symbols());
  }
}
