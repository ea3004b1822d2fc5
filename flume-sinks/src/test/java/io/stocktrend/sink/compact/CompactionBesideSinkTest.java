package io.stocktrend.sink.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Dataset;
import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.ParquetSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactionBesideSinkTest {
  private static final int EVENTS = 3000;

  @TempDir Path base;

  @Test
  void aSinkThatIsDeliveredLateAndDoubtfulEventsOfTheDayLosesAndDoublesNone() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, EVENTS));
    for (Event again : Quotes.events(0, EVENTS)) {
      again.getHeaders().put(EventHeaders.POSSIBLE_DUPLICATE, "true");
      rig.put(List.of(again));
    }
    CompletableFuture<Void> sink =
        CompletableFuture.runAsync(
            () -> {
              ParquetSink running = rig.start(Map.of("batchSize", "100"));
              drain(running);
              running.stop();
            });
    while (!sink.isDone()) {
      compact();
    }
    sink.join();
    compact();

    assertEquals(Quotes.symbols(0, EVENTS), rig.lake().symbols());
    assertEquals(1, rig.lake().parts().size());
  }

  /** A batch that met a part on its way out is rolled back, and comes again. */
  private static void drain(ParquetSink sink) {
    int idle = 0;
    while (idle < 3) {
      idle = sink.process() == Status.READY ? 0 : idle + 1;
    }
  }

  private void compact() throws Exception {
    new Compactor(base, Bars.rewriting(false), new Outcome())
        .compact(Dataset.FINANCIAL_DATA, Bars.DAY.plusDays(1));
  }
}
