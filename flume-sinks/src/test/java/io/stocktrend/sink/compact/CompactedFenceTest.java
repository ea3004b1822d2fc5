package io.stocktrend.sink.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.ParquetSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactedFenceTest {
  private static final int EVENTS = 40;

  @TempDir Path base;

  @Test
  void whatStandsInACompactedFileIsNotStoredAgain() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, EVENTS));
    ParquetSink before = rig.start(Map.of("batchSize", "10"));
    Rig.drain(before);
    compact();
    before.stop();
    assertEquals(1, rig.lake().parts().size());

    rig.put(Quotes.events(0, EVENTS + 1));
    ParquetSink after = rig.start();
    Rig.drain(after);
    after.stop();

    assertEquals(Quotes.symbols(0, EVENTS + 1), rig.lake().symbols());
    compact();
    assertEquals(Quotes.symbols(0, EVENTS + 1), rig.lake().symbols());
    assertEquals(1, rig.lake().parts().size());
  }

  private void compact() throws Exception {
    new Compactor(base, Bars.rewriting(false), new Outcome())
        .compact(Dataset.FINANCIAL_DATA, Bars.DAY.plusDays(1));
  }
}
