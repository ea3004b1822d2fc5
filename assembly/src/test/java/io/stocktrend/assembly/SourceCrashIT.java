package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
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
      killWhilePolling(agent, market);
      for (String step : List.of("slice-saved", "slice-put", "cursor-saved", "slice-put")) {
        dieAt(agent, "source." + step);
      }
      dieAt(agent, "source.slice-saved@2");
      killWhilePolling(agent, market);
      agent.runUntilRows(7);
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

  private void killWhilePolling(RawAgent raw, StillMarket market) throws Exception {
    int before = market.asked("yahoo.");
    Duration later = Duration.ofMillis(random.nextInt(300));
    try (AgentProcess agent = raw.start()) {
      agent.await(() -> market.asked("yahoo.") > before, "request");
      Thread.sleep(later.toMillis());
      agent.kill();
    }
  }
}
