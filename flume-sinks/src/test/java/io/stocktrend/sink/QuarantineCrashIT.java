package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.quarantine.QuarantineEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flume.Event;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process between the quarantine and the channel's commit, and just after it. */
final class QuarantineCrashIT {
  private static final int KILLED = 137;
  private static final int EVENTS = 500;

  @TempDir Path base;

  @Test
  void noCrashLosesOrDoublesARefusedEvent() throws Exception {
    fill();
    int batchSize = 40;
    for (String step :
        List.of("sink.before-commit@2", "sink.before-commit@1", "sink.committed@3")) {
      ChildJvm child =
          ChildJvm.create()
              .with("-D" + FaultPoint.PROPERTY + "=" + step)
              .start(Drain.class, List.of(base.toString(), Integer.toString(batchSize)));
      assertEquals(KILLED, child.exitCode(), step + " " + child.output());
      batchSize += 7;
    }
    ChildJvm last = ChildJvm.create().start(Drain.class, List.of(base.toString(), "50"));
    assertEquals(0, last.exitCode(), last.output());

    List<QuarantineEntry> entries = PoisonTest.entries(new Rig(base, null));
    assertEquals(EVENTS, entries.size());
    assertEquals(
        new TreeSet<>(Quotes.symbols(0, EVENTS)),
        new TreeSet<>(entries.stream().map(entry -> entry.headers().get("key")).toList()));
  }

  private void fill() {
    FileChannel channel = CrashIT.channel(base);
    List<Event> events = new ArrayList<>();
    for (int number = 0; number < EVENTS; number++) {
      events.add(QuarantineSinkTest.refused(number));
    }
    new Rig(base, channel).put(events);
    channel.stop();
  }

  /** Runs in a process of its own: empties the channel into quarantine. */
  static final class Drain {
    private Drain() {}

    public static void main(String[] args) throws Exception {
      Path base = Path.of(args[0]);
      FileChannel channel = CrashIT.channel(base);
      QuarantineSink sink = QuarantineSinkTest.started(base, channel, Map.of("batchSize", args[1]));
      Rig.drain(sink);
      sink.stop();
      channel.stop();
      System.exit(0);
    }
  }
}
