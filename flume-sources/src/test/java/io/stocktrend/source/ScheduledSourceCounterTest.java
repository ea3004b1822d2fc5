package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a source over JMX. */
class ScheduledSourceCounterTest {
  @TempDir Path folder;
  private ScriptedRig rig;

  @BeforeEach
  void open() {
    rig = new ScriptedRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theFiguresOfTheSourceAreShownOverJmx() throws Exception {
    rig.offers("A", "B");
    rig.start();
    assertEquals(0, figure("ThreadAlive"), "nobody has run it yet");
    rig.process();
    rig.time().set("2026-11-02T11:00:00Z");
    rig.process();
    rig.time().set("2026-11-02T12:00:00Z");
    rig.polls(
        emitter -> {
          throw new IllegalStateException("broken");
        });
    rig.process();
    assertEquals(2, figure("RowsEmittedCount"));
    assertEquals(2, figure("RowsUnchangedCount"));
    assertEquals(2, figure("RoundCompleteCount"));
    assertEquals(1, figure("RoundFailedCount"));
    assertEquals(1, figure("EventReadFail"));
    assertEquals(Instant.parse("2026-11-02T11:00:00Z").toEpochMilli(), figure("LastSuccessTime"));
    assertEquals(Instant.parse("2026-11-02T12:01:00Z").toEpochMilli(), figure("NextRunTime"));
    assertEquals(1, figure("ThreadAlive"));
  }

  @Test
  void aSourceWhoseThreadHasDiedSaysSo() throws Exception {
    rig.start();
    Thread runner = new Thread(rig::process);
    runner.start();
    runner.join();
    assertEquals(0, figure("ThreadAlive"));
  }

  private static long figure(String attribute) throws Exception {
    return (Long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(new ObjectName("org.apache.flume.source:type=quotes"), attribute);
  }
}
