package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent that drains a file channel into Parquet is killed again and again: at random moments, at
 * every named step, and by SIGTERM. In the end every event must be on disk exactly once. How often
 * and with how many events: {@code -Dstocktrend.crash.kills}, {@code -Dstocktrend.crash.events}.
 */
final class CrashIT {
  private static final int EVENTS = Integer.getInteger("stocktrend.crash.events", 100_000);
  private static final int KILLS = Integer.getInteger("stocktrend.crash.kills", 5);
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());
  private static final int KILLED = 137;
  private static final List<String> STEPS =
      List.of(
          "sink.part-opened",
          "sink.part-written",
          "sink.part-synced",
          "sink.part-renamed",
          "sink.folder-synced",
          "sink.before-commit",
          "sink.committed");

  private final Random random = new Random(SEED);
  private final DistributionHome home = DistributionHome.built();

  @TempDir Path folder;

  private PartFiles parts;
  private Path agentFile;

  @BeforeEach
  void fillTheChannel() throws IOException {
    FilledFileChannel channel = new FilledFileChannel(folder.resolve("channel"));
    channel.put(EVENTS);
    parts = new PartFiles(folder.resolve("data/raw"));
    agentFile = channel.drainedInto("data/raw");
  }

  @Test
  void whateverKillsTheAgentEveryEventIsStoredOnce() throws Exception {
    System.out.println("random seed " + SEED + ", " + EVENTS + " events, " + KILLS + " kills");
    for (String step : STEPS) {
      dieAt(step);
    }
    for (int kill = 0; kill < KILLS; kill++) {
      stopWhileDraining(AgentProcess::kill);
    }
    for (int stop = 0; stop < 2; stop++) {
      stopWhileDraining(AgentProcess::terminate);
    }
    drain();
    assertEquals(new PartFiles.Count(EVENTS, EVENTS), parts.count());
    assertEquals(List.of(), parts.hidden());
  }

  private void dieAt(String step) throws Exception {
    int time = 1 + random.nextInt(3);
    try (AgentProcess agent = start("-Dstocktrend.faultPoint=" + step + "@" + time)) {
      assertEquals(KILLED, agent.awaitExit(), step + " must be reached\n" + agent.out());
    }
  }

  private void stopWhileDraining(Stop stop) throws Exception {
    int before = parts.visible().size();
    try (AgentProcess agent = start()) {
      agent.await(() -> partCount() > before, "part file");
      Thread.sleep(random.nextInt(400));
      stop.of(agent);
    }
    assertTrue(parts.count().ids() < EVENTS, "drained before the last stop: give more events");
  }

  private void drain() throws Exception {
    try (AgentProcess agent = start()) {
      agent.await(() -> rows() >= EVENTS, "complete drain");
      agent.terminate();
    }
  }

  private AgentProcess start(String... options) throws IOException {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(new String[] {"agent", "-f", agentFile.toString()}, 0, arguments, 0, 3);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return home.flumeNg(folder, arguments);
  }

  private int partCount() {
    try {
      return parts.visible().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long rows() {
    try {
      Thread.sleep(300);
      return parts.count().rows();
    } catch (Exception e) {
      throw new AssertionError("a part cannot be read", e);
    }
  }

  private interface Stop {
    void of(AgentProcess agent) throws Exception;
  }
}
