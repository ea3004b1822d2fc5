package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A collecting agent is killed at every named step between a provider's answer and the cursor, and
 * at random moments of a poll. In the end every symbol's quote must be on disk exactly once.
 */
final class SourceCrashIT {
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());
  private static final int KILLED = 137;
  private static final Pattern DUE = Pattern.compile("Source quotes is due next at (\\S+)\\.\\s");

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void whateverKillsTheAgentEachQuoteIsStoredOnce() throws Exception {
    System.out.println("random seed " + SEED);
    try (StillMarket market = StillMarket.open()) {
      RawAgent agent = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
      agent.with("raw.sources.quotes.batchSize = 1");
      agent.with("raw.sources.quotes.schedule = 0 0 1 1 *");
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

  /** Until no round is to come, all that was put is stored, and the channel has nothing left. */
  private static void drain(RawAgent raw) throws Exception {
    try (AgentProcess agent = raw.start()) {
      agent.await(() -> isIdle(agent.out()), "end of the round");
      agent.await(() -> raw.parts().rows() >= 7, "7 rows");
      awaitStableRows(raw);
      agent.terminate();
    }
    Path channel = raw.data().resolve("channels/raw-parquet");
    assertTrue(new FilledFileChannel(channel).isEmpty(), "something is left in the channel");
  }

  /** A round has ended, or the kill before came after its end, so that none is due. */
  private static boolean isIdle(String out) {
    Matcher due = DUE.matcher(out);
    boolean isDueLater = due.find() && Instant.parse(due.group(1)).isAfter(Instant.now());
    return isDueLater || out.contains(" unchanged, complete; next at");
  }

  private static void awaitStableRows(RawAgent raw) throws InterruptedException {
    long rows = -1;
    while (rows != raw.parts().rows()) {
      rows = raw.parts().rows();
      Thread.sleep(2_000);
    }
  }
}
