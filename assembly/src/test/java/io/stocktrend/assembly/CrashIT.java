package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An agent that drains a file channel is killed again and again: at random moments, at every named
 * step of its sink, and by SIGTERM. In the end every event must be stored exactly once. How often,
 * with how many events and into which stores: {@code -Dstocktrend.crash.kills}, {@code
 * -Dstocktrend.crash.events}, {@code -Dstocktrend.crash.stores}.
 */
final class CrashIT {
  private static final int EVENTS = Integer.getInteger("stocktrend.crash.events", 100_000);
  private static final int KILLS = Integer.getInteger("stocktrend.crash.kills", 5);
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());
  private static final int KILLED = 137;

  private final Random random = new Random(SEED);
  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  private DrainedStore store;
  private Path agentFile;

  static List<String> stores() {
    return List.of(System.getProperty("stocktrend.crash.stores", "parquet").split(","));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whateverKillsTheAgentEveryEventIsStoredOnce(String kind) throws Exception {
    System.out.println("random seed " + SEED + ", " + EVENTS + " events, " + KILLS + " kills");
    FilledFileChannel channel = new FilledFileChannel(folder.resolve("channel"));
    channel.put(EVENTS);
    try (DrainedStore opened = DrainedStore.open(kind, folder)) {
      store = opened;
      agentFile = channel.drainedBy(opened.sink());
      for (String step : opened.steps()) {
        dieAt(step);
      }
      for (int kill = 0; kill < KILLS; kill++) {
        stopWhileDraining(AgentProcess::kill);
      }
      for (int stop = 0; stop < 2; stop++) {
        stopWhileDraining(AgentProcess::terminate);
      }
      drain();
      assertEquals(new PartFiles.Count(EVENTS, EVENTS), opened.count());
      assertEquals(List.of(), opened.leftovers());
    }
    System.out.println(kind + ": all stored once, nothing left over");
  }

  private void dieAt(String step) throws Exception {
    String point = step.contains("@") ? step : step + "@" + (1 + random.nextInt(3));
    try (AgentProcess agent = start("-Dstocktrend.faultPoint=" + point)) {
      assertEquals(KILLED, agent.awaitExit(), point + " must be reached\n" + agent.out());
    }
  }

  private void stopWhileDraining(Stop stop) throws Exception {
    long before = store.progress();
    try (AgentProcess agent = start()) {
      agent.await(() -> store.progress() > before, "new rows");
      Thread.sleep(random.nextInt(400));
      stop.of(agent);
    }
    assertTrue(store.count().ids() < EVENTS, "drained before the last stop: give more events");
  }

  private void drain() throws Exception {
    try (AgentProcess agent = start()) {
      agent.await(() -> store.count().rows() >= EVENTS, "complete drain");
      agent.terminate();
    }
  }

  private AgentProcess start(String... options) throws IOException {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(new String[] {"agent", "-f", agentFile.toString()}, 0, arguments, 0, 3);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return home.flumeNg(folder, arguments);
  }

  private interface Stop {
    void of(AgentProcess agent) throws Exception;
  }
}
