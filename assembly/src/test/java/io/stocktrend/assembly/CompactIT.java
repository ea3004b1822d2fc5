package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code stocktrend compact} beside an agent that drains a file channel into the same finished
 * days, killed at every step and at random moments; readers count all the while.
 */
final class CompactIT {
  private static final int EVENTS = 150_000;
  private static final int KILLED = 137;
  private static final long SEED = System.nanoTime();
  private static final List<String> STEPS =
      List.of(
          "compact.begun",
          "compact.written",
          "compact.synced",
          "compact.published",
          "compact.folder-synced",
          "compact.part-removed@2",
          "compact.parts-removed",
          "compact.ended");

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
  void besideAnAgentNoDeathCostsOrDoublesARowAndReadersSeeAll() throws Exception {
    System.out.println("random seed " + SEED);
    try (AgentProcess agent = home.flumeNg(folder, "agent", "-f", agentFile.toString())) {
      agent.await(() -> parts.rows() > 2_000, "first parts");
      long before = rows();
      assertTrue(before < EVENTS, "drained before the first death: give more events");
      for (String step : STEPS) {
        assertEquals(KILLED, compact("-Dstocktrend.faultPoint=" + step), step);
        long after = rows();
        assertTrue(after >= before, step + ": readers lost rows");
        before = after;
      }
      agent.await(() -> parts.rows() >= EVENTS && rows() >= EVENTS, "complete drain");
      for (int kill = 0; kill < 3; kill++) {
        compactKilledAfter(random.nextInt(2_500));
        assertEquals(EVENTS, rows());
      }
      assertEquals(0, compact(""));
      agent.terminate();
    }
    assertEquals(0, compact(""));

    assertEquals(new PartFiles.Count(EVENTS, EVENTS), parts.count());
    assertEquals(2, parts.visible().size(), "one file a day");
    assertEquals(List.of(), parts.hidden());
  }

  private int compact(String option) throws Exception {
    try (AgentProcess run = start(option)) {
      int code = run.awaitExit();
      assertTrue(code == 0 || code == KILLED, run.err());
      return code;
    }
  }

  private void compactKilledAfter(long millis) throws Exception {
    try (AgentProcess run = start("")) {
      Thread.sleep(millis);
      run.kill();
    }
  }

  private AgentProcess start(String option) throws IOException {
    return home.run(folder, "stocktrend", Map.of("STOCKTREND_OPTS", option), "compact");
  }

  /** What a person sees who asks now, through the client. */
  private long rows() {
    try (AgentProcess run =
        home.run(
            folder,
            "stocktrend",
            Map.of(),
            "sql",
            "--format",
            "csv",
            "SELECT count(*) FROM financial_data_all")) {
      return run.awaitExit() == 0
          ? Long.parseLong(run.out().lines().skip(1).findFirst().orElseThrow())
          : 0;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
