package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.MongoSink;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.flume.Event;
import org.apache.flume.channel.file.FileChannel;
import org.apache.flume.event.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that drains a file channel at every step of a batch, then starts the next. */
final class MongoCrashIT {
  private static final List<String> STEPS =
      List.of(
          "sink.indexes-created@1",
          "sink.bulk-encoded@3",
          "sink.bulk-written@1",
          "sink.bulk-written@3",
          "sink.before-commit@3",
          "sink.committed@3");
  private static final int KILLED = 137;
  private static final int RANDOM_KILLS = 4;
  private static final int EVENTS = 3000;
  private static final int POISON_EVERY = 500;
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());

  @TempDir Path base;

  @Test
  void noCrashLosesOrDoublesAnEvent() throws Exception {
    fill();
    try (MongoStandIn server = new MongoStandIn()) {
      for (int i = 0; i < STEPS.size(); i++) {
        ChildJvm child =
            ChildJvm.create()
                .with("-D" + FaultPoint.PROPERTY + "=" + STEPS.get(i))
                .start(Drain.class, arguments(server, 60 + 10 * i));
        assertEquals(KILLED, child.exitCode(), STEPS.get(i) + " " + child.output());
      }
      assertNothingIsMissing(server);
    }
  }

  @Test
  void noKillAtAnyMomentLosesOrDoublesAnEvent() throws Exception {
    fill();
    System.out.println("random seed " + SEED);
    Random random = new Random(SEED);
    try (MongoStandIn server = new MongoStandIn()) {
      for (int kill = 0; kill < RANDOM_KILLS; kill++) {
        Duration delay = Duration.ofMillis(random.nextInt(100));
        ChildJvm child =
            ChildJvm.create()
                .killAfter(Drain.STARTED, delay, Drain.class, arguments(server, 5 + kill));
        assertEquals(KILLED, child.exitCode(), child.output());
      }
      assertNothingIsMissing(server);
    }
  }

  /** Once a process has drained what is left. */
  private void assertNothingIsMissing(MongoStandIn server) throws Exception {
    ChildJvm last = ChildJvm.create().start(Drain.class, arguments(server, 70));
    assertEquals(0, last.exitCode(), last.output());
    assertEquals(EVENTS, server.count("financial_data"));
    assertEquals(new TreeSet<>(Quotes.symbols(0, EVENTS)), server.symbols());
    assertEquals(
        EVENTS / POISON_EVERY, new MongoRig(base, null, server.uri()).quarantined().size());
  }

  private List<String> arguments(MongoStandIn server, int batchSize) {
    return List.of(base.toString(), server.uri(), Integer.toString(batchSize));
  }

  private void fill() {
    FileChannel channel = DrainedFileChannel.open(base);
    MongoRig rig = new MongoRig(base, channel, "");
    for (int from = 0; from < EVENTS; from += POISON_EVERY) {
      List<Event> events = new ArrayList<>(Quotes.events(from, from + POISON_EVERY));
      Event poison = EventBuilder.withBody("noise " + from, StandardCharsets.UTF_8);
      events.add(from % 100, poison);
      rig.put(events);
    }
    channel.stop();
  }

  /** Runs in a process of its own: empties the channel, then stops as Flume would. */
  static final class Drain {
    static final String STARTED = "draining";

    private Drain() {}

    public static void main(String[] args) throws Exception {
      Path base = Path.of(args[0]);
      FileChannel channel = DrainedFileChannel.open(base);
      MongoSink sink = new MongoRig(base, channel, args[1]).start(Map.of("batchSize", args[2]));
      System.out.println(STARTED);
      Rig.drain(sink);
      sink.stop();
      channel.stop();
      System.exit(0);
    }
  }
}
