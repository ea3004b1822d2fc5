package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.quarantine.QuarantineEntry;
import io.stocktrend.sink.quarantine.QuarantineFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.management.ObjectName;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineSizeTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final Map<String, String> SMALL =
      Map.of("quarantineMaxBytes", Integer.toString(MEBIBYTE), "batchMaxDelay", "300ms");

  @TempDir Path base;

  private static Event poison(int seed) {
    byte[] noise = new byte[600_000];
    new Random(seed).nextBytes(noise);
    return EventBuilder.withBody(noise, Map.of("number", Integer.toString(seed)));
  }

  private static long figure(String attribute) throws Exception {
    ObjectName name = new ObjectName("org.apache.flume.sink:type=parquet");
    Object value = ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute);
    return ((Number) value).longValue();
  }

  @Test
  void whenItIsFullTheEventStaysInTheChannelAndTheFiguresSaySo() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(poison(1)));
    ParquetSink sink = rig.start(SMALL);
    Rig.drain(sink);
    rig.put(List.of(poison(2))).put(Quotes.events(0, 3));
    try (LogLines log = new LogLines()) {
      assertEquals(Status.BACKOFF, sink.process());
      assertEquals(Status.BACKOFF, sink.process());
      String line = log.lines().get(0);
      assertTrue(line.contains("its events stay in the channel: the quarantine "), line);
      assertTrue(line.endsWith("or raise quarantineMaxBytes"), line);
    }
    assertEquals(1, PoisonTest.entries(rig).size());
    assertEquals(2, figure("QuarantineFullCount"));
    assertEquals(MEBIBYTE, figure("QuarantineMaxBytes"));
    assertEquals(Files.size(QuarantineFile.in(rig.quarantine()).get(0)), figure("QuarantineBytes"));

    Files.delete(QuarantineFile.in(rig.quarantine()).get(0));
    Rig.drain(sink);
    sink.stop();
    List<QuarantineEntry> kept = PoisonTest.entries(rig);
    assertEquals(1, kept.size());
    assertEquals("2", kept.get(0).headers().get("number"));
    assertEquals(Quotes.symbols(0, 3), rig.lake().symbols());
  }

  @Test
  void whatLiesThereAlreadyNeedsNoRoom() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(poison(1)));
    ParquetSink sink = rig.start(SMALL);
    Rig.drain(sink);
    rig.put(List.of(poison(1)));
    Rig.drain(sink);
    sink.stop();
    assertEquals(1, PoisonTest.entries(rig).size());
    assertEquals(0, figure("QuarantineFullCount"));
  }

  @Test
  void whatHasLeftTheQuarantineIsSetAsideAgain() throws Exception {
    Rig rig = Rig.inMemory(base).put(List.of(poison(1)));
    ParquetSink sink = rig.start(SMALL);
    Rig.drain(sink);
    Files.delete(QuarantineFile.in(rig.quarantine()).get(0));
    rig.put(List.of(poison(1)));
    Rig.drain(sink);
    sink.stop();
    assertEquals(1, PoisonTest.entries(rig).size());
  }

  @Test
  void aSizeThatHoldsHardlyAnEventIsRefused() {
    Rig rig = Rig.inMemory(base);
    assertEquals(
        "sink parquet: quarantineMaxBytes = '5' is not allowed: give a whole number from 1048576 to"
            + " 1099511627776",
        assertThrows(
                ConfigurationException.class, () -> rig.start(Map.of("quarantineMaxBytes", "5")))
            .getMessage());
  }
}
