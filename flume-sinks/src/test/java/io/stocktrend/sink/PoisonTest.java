package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PoisonTest {
  @TempDir Path base;

  static Event noise() {
    return EventBuilder.withBody("noise", StandardCharsets.UTF_8, Map.of("origin", "test"));
  }

  static List<QuarantineEntry> entries(Rig rig) throws IOException {
    List<QuarantineEntry> entries = new ArrayList<>();
    if (Files.isDirectory(rig.quarantine())) {
      try (Stream<Path> files = Files.list(rig.quarantine())) {
        for (Path file : files.toList()) {
          entries.addAll(QuarantineFile.read(file));
        }
      }
    }
    return entries;
  }

  @Test
  void poisonIsSetAsideWithItsBytesAndBlocksNothing() throws Exception {
    Rig rig = Rig.inMemory(base).put(Quotes.events(0, 2)).put(List.of(noise()));
    rig.put(Quotes.events(2, 4));
    ParquetSink sink = rig.start();
    assertEquals(Status.READY, sink.process());
    assertEquals(Status.BACKOFF, sink.process());
    assertEquals(1, counter("EventQuarantineCount"));
    assertEquals(5, counter("EventDrainSuccessCount"));
    sink.stop();

    assertEquals(Quotes.symbols(0, 4), rig.lake().symbols());
    QuarantineEntry entry = entries(rig).get(0);
    assertEquals(1, entries(rig).size());
    assertEquals("the event has no header dataset", entry.reason());
    assertEquals(Map.of("origin", "test"), entry.headers());
    assertEquals("parquet", entry.component());
    assertArrayEquals("noise".getBytes(StandardCharsets.UTF_8), entry.body());
  }

  private static Object counter(String attribute) throws Exception {
    ObjectName name = new ObjectName("org.apache.flume.sink:type=parquet");
    return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute))
        .intValue();
  }

  @Test
  void everyReasonSaysWhatIsWrong() throws Exception {
    Event unknownSchema = Quotes.event(1);
    unknownSchema.getHeaders().put(EventHeaders.SCHEMA_FINGERPRINT, "00000000deadbeef");
    Event unknownDataset = Quotes.event(2);
    unknownDataset.getHeaders().put(EventHeaders.DATASET, "weather");
    Event noSchema = Quotes.event(3);
    noSchema.getHeaders().remove(EventHeaders.SCHEMA_FINGERPRINT);
    Event torn = Quotes.event(4);
    torn.setBody(Arrays.copyOf(torn.getBody(), 9));

    Rig rig = Rig.inMemory(base);
    rig.put(List.of(unknownSchema, unknownDataset, noSchema, torn, Quotes.withoutId(5)));
    rig.put(Quotes.events(6, 8));
    ParquetSink sink = rig.start(Map.of("batchMaxDelay", "300ms"));
    Rig.drain(sink);
    sink.stop();

    List<String> reasons = entries(rig).stream().map(QuarantineEntry::reason).toList();
    assertEquals("no bundled schema has the fingerprint '00000000deadbeef'", reasons.get(0));
    assertTrue(reasons.get(1).startsWith("the header dataset is 'weather', not one of [financial"));
    assertEquals("the event has no header schema.fingerprint", reasons.get(2));
    assertTrue(reasons.get(3).startsWith("the body is not Avro binary of its schema: "));
    assertEquals("the record has no record_id", reasons.get(4));
    assertEquals(Quotes.symbols(6, 8), rig.lake().symbols());
  }

  @Test
  void headersThatGiveNoSafeFolderArePoison() throws Exception {
    Event leaves = Quotes.event(1);
    leaves.getHeaders().put("desk", "../../etc");
    Event without = Quotes.event(2);
    Event hidden = Quotes.event(3);
    hidden.getHeaders().put("desk", "_hidden");
    Event noTime = Quotes.event(4);
    noTime.getHeaders().put("desk", "d1");
    noTime.getHeaders().remove(EventHeaders.TIMESTAMP);
    Event good = Quotes.event(5);
    good.getHeaders().put("desk", "d1");

    Rig rig = Rig.inMemory(base).put(List.of(leaves, without, hidden, noTime, good));
    ParquetSink sink = rig.start(Map.of("path", rig.root() + "/%{desk}/date=%Y-%m-%d"));
    Rig.drain(sink);
    sink.stop();

    assertEquals(List.of("S5"), rig.lake().symbols());
    assertEquals(
        List.of(
            "the header desk holds '/', '\\', '..' or a control character, which no folder's name"
                + " may",
            "the event has no header desk for its path",
            "the path gives the folder '_hidden', which readers take for hidden",
            "the event has no header timestamp for its path"),
        entries(rig).stream().map(QuarantineEntry::reason).toList());
  }

  @Test
  void redeliveredPoisonIsSetAsideOnce() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(noise())).put(Quotes.events(0, 3));
    FlakyChannel flaky = new FlakyChannel(rig.channel());
    flaky.failCommits(1);
    ParquetSink crashed = new Rig(base, flaky).start();
    assertEquals(Status.BACKOFF, crashed.process());
    crashed.stop();

    ParquetSink sink = rig.start(Map.of("batchSize", "2"));
    Rig.drain(sink);
    sink.stop();
    assertEquals(1, entries(rig).size());
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  @Test
  void aBatchWithPoisonLogsOneLineWithoutItsBody() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(noise(), noise())).put(Quotes.events(0, 3));
    ParquetSink sink = rig.start();
    try (LogLines log = new LogLines()) {
      Rig.drain(sink);
      assertEquals(1, log.lines().size());
      assertTrue(log.lines().get(0).startsWith("WARN sink parquet set 1 events aside in "));
      assertFalse(log.lines().get(0).contains("noise"));
    }
    sink.stop();
  }
}
