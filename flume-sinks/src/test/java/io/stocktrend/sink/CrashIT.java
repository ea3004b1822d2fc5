package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.stocktrend.record.FaultPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that drains a file channel at every step of a publish, then starts the next. */
final class CrashIT {
  private static final List<String> STEPS =
      List.of(
          "sink.part-opened",
          "sink.part-written",
          "sink.part-synced",
          "sink.part-renamed",
          "sink.folder-synced",
          "sink.before-commit",
          "sink.committed");
  private static final int KILLED = 137;
  private static final int EVENTS = 3000;
  private static final int POISON_EVERY = 500;

  @TempDir Path base;

  @Test
  void noCrashLosesDoublesOrTearsAnEvent() throws Exception {
    fill();
    for (int i = 0; i < STEPS.size(); i++) {
      ChildJvm child =
          ChildJvm.create()
              .with("-D" + FaultPoint.PROPERTY + "=" + STEPS.get(i) + "@3")
              .start(Drain.class, List.of(base.toString(), Integer.toString(60 + 10 * i)));
      assertEquals(KILLED, child.exitCode(), STEPS.get(i) + " " + child.output());
      assertNotNull(new Lake(base.resolve("raw")).rows(), "every visible part is readable");
    }
    ChildJvm last = ChildJvm.create().start(Drain.class, List.of(base.toString(), "70"));
    assertEquals(0, last.exitCode(), last.output());

    Lake lake = new Lake(base.resolve("raw"));
    assertEquals(Quotes.symbols(0, EVENTS), lake.symbols());
    assertEquals(List.of(), lake.leftovers());
    Rig rig = new Rig(base, null);
    assertEquals(EVENTS / POISON_EVERY, PoisonTest.entries(rig).size());
  }

  private void fill() {
    FileChannel channel = channel(base);
    Rig rig = new Rig(base, channel);
    for (int from = 0; from < EVENTS; from += POISON_EVERY) {
      List<Event> events = new ArrayList<>(Quotes.events(from, from + POISON_EVERY));
      Event poison = PoisonTest.noise();
      poison.getHeaders().put("number", Integer.toString(from));
      events.add(from % 100, poison);
      rig.put(events);
    }
    channel.stop();
  }

  static FileChannel channel(Path base) {
    FileChannel channel = new FileChannel();
    channel.setName("file");
    channel.configure(
        new Context(
            Map.of(
                "checkpointDir", base.resolve("checkpoint").toString(),
                "dataDirs", base.resolve("channel").toString(),
                "capacity", "10000",
                "transactionCapacity", "1000",
                "minimumRequiredSpace", "1048576")));
    channel.start();
    return channel;
  }

  /** Runs in a process of its own: empties the channel, then stops as Flume would. */
  static final class Drain {
    private Drain() {}

    public static void main(String[] args) throws Exception {
      FileChannel channel = channel(Path.of(args[0]));
      ParquetSink sink = new Rig(Path.of(args[0]), channel).start(Map.of("batchSize", args[1]));
      Rig.drain(sink);
      sink.stop();
      channel.stop();
      System.exit(0);
    }
  }
}
