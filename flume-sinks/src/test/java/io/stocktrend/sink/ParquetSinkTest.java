package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetSinkTest {
  @TempDir Path base;

  @Test
  void aBatchBecomesOnePartWithEveryValue() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 50));
    ParquetSink sink = rig.start();
    assertEquals(Status.READY, sink.process());
    assertEquals(Status.BACKOFF, sink.process());
    sink.stop();

    assertEquals(1, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, 50), rig.lake().symbols());
    GenericRecord row = rig.lake().rows().get(7);
    assertEquals(101.0, row.get("close"));
    assertEquals(7000L, row.get("volume"));
    assertEquals(Quotes.NOON.toEpochMilli() * 1000, row.get("collected_at"));
    assertEquals(null, row.get("pe_ratio"));
  }

  @Test
  void partitionsFollowTheTimestampHeaderAcrossMidnight() throws Exception {
    Event evening = Quotes.event(1, Instant.parse("2026-11-02T23:59:59.999Z"));
    Event morning = Quotes.event(2, Instant.parse("2026-11-03T00:00:00Z"));
    Rig rig = Rig.inMemory(base).put(List.of(evening, morning));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();

    Path dataset = rig.root().resolve("financial_data");
    assertEquals(List.of("S1"), new Lake(dataset.resolve("date=2026-11-02")).symbols());
    assertEquals(List.of("S2"), new Lake(dataset.resolve("date=2026-11-03")).symbols());
  }

  @Test
  void partNamesTellTimeAndSink() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 1));
    ParquetSink sink = rig.start();
    Rig.drain(sink);
    sink.stop();
    String name = rig.lake().parts().get(0).getFileName().toString();
    assertTrue(name.matches("part-\\d{8}T\\d{12}Z-parquet-[0-9a-f]{8}\\.parquet"), name);
  }

  @Test
  void noBatchIsLargerThanBatchSize() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 25));
    ParquetSink sink = rig.start(Map.of("batchSize", "10"));
    Rig.drain(sink);
    sink.stop();
    assertEquals(3, rig.lake().parts().size());
    assertEquals(Quotes.symbols(0, 25), rig.lake().symbols());
    assertEquals(10, sink.getBatchSize());
  }

  @Test
  void aCleanStopLeavesNothingButData() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 5));
    ParquetSink sink = rig.start();
    assertTrue(Files.exists(rig.root().resolve(".lock")));
    Rig.drain(sink);
    sink.stop();
    assertEquals(List.of(), rig.lake().leftovers());
    assertTrue(Files.notExists(rig.root().resolve(".lock")));
  }
}
