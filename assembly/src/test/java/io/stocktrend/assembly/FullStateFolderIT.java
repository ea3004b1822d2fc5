package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of an agent's source lies on a disk that is full for a while. */
final class FullStateFolderIT {
  @TempDir Path folder;

  private StillMarket market;
  private SmallDisk disk;
  private RawAgent agent;

  @BeforeEach
  void open() throws IOException {
    disk = SmallDisk.mount(folder.resolve("disk"), 2_000);
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder, "yahoo.maxAttempts=1"));
    agent.within(disk).withoutDelay();
    agent.with("raw.sources.quotes.stateDir = " + folder.resolve("disk/state"));
  }

  @AfterEach
  void close() {
    if (market != null) {
      market.close();
      disk.close();
    }
  }

  @Test
  void nobodyIsAskedWhoseSpendingCannotBeKept() throws Exception {
    disk.fillUpTo(0);
    runUntil("its spending cannot be kept: make " + folder.resolve("disk/state"));
    assertEquals(0, market.asked(""));
    disk.free();
    agent.runUntilRows(StillMarket.SYMBOLS.size());
    assertEachIsThereOnce();
  }

  /** With less room the slice cannot be written down, with more the cursor behind it cannot. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void whateverCannotBeWrittenNoQuoteIsLostOrDoubled(int kilobytesLeft) throws Exception {
    market.simulator().inject(Fault.on("*", FaultKind.STATUS).with("status", 500));
    runUntil("some still to be asked for");
    market.simulator().clearFaults();
    // The spending still fits into the page that its log has begun.
    disk.fillUpTo(kilobytesLeft);
    String out = runUntil("Source quotes failed and tries again at");
    assertTrue(out.contains("No space left on device"), out);
    disk.free();
    // What failed may have been the last step of the round, which then is complete.
    try (AgentProcess running = agent.start()) {
      running.await(() -> agent.parts().rows() >= StillMarket.SYMBOLS.size(), "all rows");
      running.terminate();
    }
    assertEachIsThereOnce();
  }

  private String runUntil(String text) throws Exception {
    try (AgentProcess running = agent.start()) {
      running.awaitOutput(text);
      running.terminate();
      return running.out();
    }
  }

  private void assertEachIsThereOnce() throws Exception {
    int all = StillMarket.SYMBOLS.size();
    assertEquals(new PartFiles.Count(all, all), agent.parts().count());
  }
}
