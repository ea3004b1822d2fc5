package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both agents are killed at random moments of their first round, and in the end have what agents
 * have that were left alone. How often: {@code -Dstocktrend.crash.kills}.
 */
final class AllFeedsCrashIT {
  private static final int KILLS = Math.min(Integer.getInteger("stocktrend.crash.kills", 3), 10);
  private static final long SEED = Long.getLong("stocktrend.crash.seed", System.nanoTime());
  private static final int SYMBOLS = 20;

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  void killedInTheFirstRoundBothHaveInTheEndWhatTheyWouldHaveHad() throws Exception {
    System.out.println("random seed " + SEED + ", " + KILLS + " kills");
    try (StillMarket market = StillMarket.openNow()) {
      Instant start = Instant.now();
      Stored clean;
      int requests;
      try (BothAgents alone = narrow("clean", market)) {
        alone.start();
        alone.awaitRound();
        requests = market.asked("");
        clean = settled(alone);
      }
      try (BothAgents killed = narrow("killed", market)) {
        for (int kill = 0; kill < KILLS; kill++) {
          killWithin(killed, market, requests / (KILLS + 1));
        }
        killed.start();
        killed.awaitRound();
        assertSame(clean, settled(killed), start.minus(Duration.ofHours(71)));
      }
    }
  }

  /** A part of the index, and slices that are small. */
  private BothAgents narrow(String name, StillMarket market) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path universe = own.resolve("universe.csv");
    Path index = DistributionHome.built().conf().resolve("sp500.csv");
    Files.write(universe, Files.readAllLines(index).subList(0, SYMBOLS + 1));
    BothAgents agents = new BothAgents(own, market.providersFile(own));
    return agents.withUniverse(universe).withEach("batchSize = 200").withoutDelay();
  }

  private void killWithin(BothAgents agents, StillMarket market, int requests) throws Exception {
    int before = market.asked("");
    int last = before + 1 + random.nextInt(requests);
    agents.start();
    agents.await(() -> market.asked("") >= last, "request " + last);
    Thread.sleep(random.nextInt(200));
    agents.kill();
    System.out.println("killed after " + (market.asked("") - before) + " requests");
  }

  /** What is stored once nothing is on its way any more. */
  private static Stored settled(BothAgents agents) throws Exception {
    Stored stored = agents.stored();
    for (long rows = -1; rows != stored.rows(); ) {
      rows = stored.rows();
      Thread.sleep(2_000);
    }
    agents.terminate();
    assertTrue(stored.isNothingUnderWay(), "something is left in a channel");
    return stored;
  }

  private static void assertSame(Stored clean, Stored killed, Instant since) throws Exception {
    for (Dataset dataset : Dataset.values()) {
      PartFiles.Count count = killed.parts(dataset).count();
      assertEquals(count.rows(), count.ids(), dataset.id());
      // The lookback of news ends some minutes later in the second run.
      Instant from = dataset == Dataset.NEWS_DATA ? since : Instant.EPOCH;
      TreeSet<String> expected = clean.naturalKeys(dataset, from);
      assertTrue(!expected.isEmpty(), dataset.id());
      TreeSet<String> lost = new TreeSet<>(expected);
      lost.removeAll(killed.naturalKeys(dataset, from));
      assertEquals(new TreeSet<>(), lost, "lost of " + dataset.id());
      TreeSet<String> more = killed.naturalKeys(dataset, from);
      more.removeAll(expected);
      assertEquals(new TreeSet<>(), more, "more of " + dataset.id());
      if (dataset != Dataset.NEWS_DATA) {
        assertEquals(clean.parts(dataset).count().rows(), count.rows(), dataset.id());
      }
    }
    assertEquals(0, killed.quarantined().size());
    for (String agent : new String[] {"raw", "context"}) {
      PartFiles parts = new PartFiles(killed.data().resolve(agent));
      assertEquals(0, parts.hidden().size(), "left over by " + agent);
    }
  }
}
