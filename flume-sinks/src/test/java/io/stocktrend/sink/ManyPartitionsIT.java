package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.sink.batch.BatchSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One batch touches 5,000 partitions in a process with a heap of 256 MB. */
final class ManyPartitionsIT {
  private static final int PARTITIONS = 5_000;
  private static final int EVENTS = 2 * PARTITIONS;

  @TempDir Path base;

  @ParameterizedTest
  @EnumSource
  void oneBatchOfManyPartitionsFitsInASmallHeap(FileKind kind) throws Exception {
    ChildJvm child = ChildJvm.create().start(Store.class, List.of(base.toString(), kind.name()));
    assertEquals(0, child.exitCode(), child.output());
    Rig rig = new Rig(base, null);
    assertEquals(PARTITIONS, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, EVENTS), kind.symbols(rig.root()));
    assertEquals(List.of(), rig.lake().leftovers());
  }

  /** Runs in a process of its own: all events in one transaction, two for each partition. */
  static final class Store {
    private Store() {}

    public static void main(String[] args) throws Exception {
      Rig rig = Rig.inMemory(Path.of(args[0]));
      List<Event> events = Quotes.events(0, EVENTS);
      for (int i = 0; i < EVENTS; i++) {
        events.get(i).getHeaders().put("desk", "d" + i % PARTITIONS);
      }
      rig.put(events);
      BatchSink sink =
          rig.start(
              FileKind.valueOf(args[1]),
              Map.of(
                  "path",
                  rig.root() + "/%{dataset}/desk=%{desk}",
                  "batchSize",
                  Integer.toString(EVENTS),
                  "batchMaxDelay",
                  "5s"));
      Rig.drain(sink);
      sink.stop();
      System.exit(0);
    }
  }
}
