package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A collecting agent is killed at every named step between a provider's answer and the cursor, and
 * at random moments of a poll. In the end every symbol's quote must be on disk exactly once.
 */
final class SourceCrashIT {
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());
  private static final int KILLED = 137;

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void whateverKillsTheAgentEachQuoteIsStoredOnce() throws Exception {
    System.out.println("random seed " + SEED);
    try (StillMarket market = StillMarket.open()) {
      RawAgent agent = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
      agent.with("raw.sources.quotes.batchSize = 1");
      for (String step : List.of("slice-saved", "slice-put", "cursor-saved", "slice-put")) {
        dieAt(agent, "source." + step);
      }
      dieAt(agent, "source.slice-saved@2");
      killSoonAfterTheStart(agent);
      killSoonAfterTheStart(agent);
      drain(agent);
      assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
      assertEquals(StillMarket.SYMBOLS, agent.parts().values("symbol"));
      assertEquals(List.of(), agent.parts().hidden());
    }
  }

  private static void dieAt(RawAgent raw, String step) throws Exception {
    try (AgentProcess agent = raw.start("-Dstocktrend.faultPoint=" + step)) {
      assertEquals(KILLED, agent.awaitExit(), step + " must be reached\n" + agent.out());
    }
  }

  /** In the poll of what the kills before have left, or in what the sink makes of it. */
  private void killSoonAfterTheStart(RawAgent raw) throws Exception {
    try (AgentProcess agent = raw.start()) {
      agent.awaitOutput("Source quotes is due next at");
      Thread.sleep(random.nextInt(300));
      agent.kill();
    }
  }

  /** What comes a second time comes right behind the rest. */
  private static void drain(RawAgent raw) throws Exception {
    try (AgentProcess agent = raw.start()) {
      agent.await(() -> raw.parts().rows() >= 7, "7 rows");
      Thread.sleep(1_000);
      agent.terminate();
    }
  }
}
