package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.stocktrend.record.EventCodec;
import io.stocktrend.record.UndecodableEventException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.flume.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole S&amp;P 500 from the shipped list. */
class MovementLoadIT {
  private static final Map<String, String> SETTINGS =
      Map.of("symbols", "@../conf/sp500.csv", "batchSize", "1000", "concurrency", "8");

  @TempDir Path folder;

  @Test
  void aFirstRoundOverTheIndexTakesWellUnderAMinuteOfProcessorTime() throws Exception {
    try (MovementBench bench = new MovementBench(folder, "2026-11-02T16:00:30Z")) {
      bench.start(SETTINGS);
      long start = processorNanos();
      bench.process();
      Duration taken = Duration.ofNanos(processorNanos() - start);
      check(bench);
      assertTrue(taken.compareTo(Duration.ofSeconds(55)) < 0, "it took " + taken);
      assertEquals(503, bench.at("2026-11-02T17:00:30Z").size());
      assertEquals(2 * 503, bench.requests("yahoo.chart").size());
    }
  }

  /** Of this process, the simulator included: other load on the machine does not count. */
  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Decodes one by one, because all at once take more memory than the source itself. */
  private static void check(MovementBench bench) throws UndecodableEventException {
    EventCodec codec = new EventCodec();
    List<Event> events = bench.events();
    assertEquals(503 * 301, events.size());
    Set<String> withAverage = new HashSet<>();
    for (Event event : events) {
      GenericRecord row = codec.decode(event).values();
      if (row.get("sma_200") != null) {
        withAverage.add(row.get("symbol").toString());
      }
    }
    assertEquals(503, withAverage.size());
  }
}
