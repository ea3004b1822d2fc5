package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.batch.BatchSink;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a process that drains a file channel at every step of a publish and at random moments, each
 * time followed by the next.
 */
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
  private static final int RANDOM_KILLS = 3;
  private static final int EVENTS = 6000;
  private static final int POISON_EVERY = 500;

  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @TempDir Path base;

  @ParameterizedTest
  @EnumSource
  void noCrashLosesDoublesOrTearsAnEvent(FileKind kind) throws Exception {
    System.out.println("random seed " + SEED);
    fill();
    for (int i = 0; i < STEPS.size(); i++) {
      ChildJvm child =
          ChildJvm.create()
              .with("-D" + FaultPoint.PROPERTY + "=" + STEPS.get(i) + "@3")
              .start(Drain.class, arguments(kind, 60 + 10 * i));
      assertEquals(KILLED, child.exitCode(), STEPS.get(i) + " " + child.output());
      requireUndoubled(kind);
    }
    for (int kill = 0; kill < RANDOM_KILLS; kill++) {
      ChildJvm child =
          ChildJvm.create()
              .killAfter(
                  Drain.STARTED,
                  Duration.ofMillis(random.nextInt(300)),
                  Drain.class,
                  arguments(kind, 10 + kill));
      assertEquals(KILLED, child.exitCode(), child.output());
      requireUndoubled(kind);
    }
    ChildJvm last = ChildJvm.create().start(Drain.class, arguments(kind, 70));
    assertEquals(0, last.exitCode(), last.output());
    requireAllOnce(kind);
  }

  private List<String> arguments(FileKind kind, int batchSize) {
    return List.of(base.toString(), Integer.toString(batchSize), kind.name());
  }

  /** Reads every visible part whole. */
  private void requireUndoubled(FileKind kind) throws SQLException {
    List<String> symbols = kind.symbols(base.resolve("raw"));
    assertEquals(symbols.stream().distinct().toList(), symbols);
    assertTrue(symbols.size() < EVENTS, "drained before the last crash: give more events");
  }

  private void requireAllOnce(FileKind kind) throws Exception {
    Lake lake = new Lake(base.resolve("raw"));
    assertEquals(
        IntStream.range(0, EVENTS).mapToObj(i -> Quotes.symbol(i) + " " + 1000L * i).toList(),
        kind.values(lake.root(), "symbol || ' ' || volume", "ORDER BY substr(symbol, 2)::INT"));
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
    static final String STARTED = "draining";

    private Drain() {}

    public static void main(String[] args) throws Exception {
      FileChannel channel = channel(Path.of(args[0]));
      BatchSink sink =
          new Rig(Path.of(args[0]), channel)
              .start(FileKind.valueOf(args[2]), Map.of("batchSize", args[1]));
      System.out.println(STARTED);
      Rig.drain(sink);
      sink.stop();
      channel.stop();
      System.exit(0);
    }
  }
}
