package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torn state files, and a data folder that cannot be written for a while. */
final class HarmedDataIT {
  private static final int REFUSED = 2;
  private static final String TRIES_AGAIN = "stored nothing and will try again";

  @TempDir Path folder;

  @AutoClose private StillMarket market;
  private RawAgent agent;

  @BeforeEach
  void openTheMarket() throws IOException {
    market = StillMarket.open();
    agent = new RawAgent(folder, market.providersFile(folder)).withoutDelay();
  }

  @Test
  void aTornCursorIsMadeGoodFromTheOneBeforeAndWithoutEitherTheStartIsRefused() throws Exception {
    agent.runUntilRows(7);
    Path state = agent.data().resolve("state/quotes");
    tear(state.resolve("cursor.json"));
    try (AgentProcess recovered = agent.start()) {
      recovered.awaitOutput("cursor.json is damaged or missing: the one before it serves");
      recovered.awaitOutput("Source quotes is due next at");
      recovered.terminate();
    }
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
    for (String file : List.of("cursor.json", "cursor.previous.json", "cursor.previous.log")) {
      tear(state.resolve(file));
    }
    refused("restore the folder " + state, "or delete it");
  }

  @Test
  void aChannelOrAStateThatCannotBeOpenedRefusesTheStart() throws Exception {
    for (String name : List.of("state", "channels/raw-parquet")) {
      Path inTheWay = agent.data().resolve(name);
      Files.createDirectories(inTheWay.getParent());
      Files.writeString(inTheWay, "a file where a folder is needed");
      refused(inTheWay.toString(), "writ");
      Files.delete(inTheWay);
    }
  }

  @Test
  void whatCannotBeStoredWaitsInTheChannelUntilItCan() throws Exception {
    Path inTheWay = agent.data().resolve("raw");
    Files.createDirectories(agent.data());
    Files.writeString(inTheWay, "a file where a folder is needed");
    try (AgentProcess blocked = agent.start()) {
      blocked.await(() -> failures(blocked) >= 2, "second attempt");
      assertTrue(
          blocked.out().contains("a file stands where a folder is needed: move it away"),
          blocked.out());
      assertEquals(0, blocked.out().lines().filter(line -> line.contains("ERROR")).count());
      Files.delete(inTheWay);
      agent.awaitRows(blocked, 7);
      long attempts = failures(blocked);
      assertTrue(attempts <= 8, "one line per back-off, not " + attempts);
      blocked.terminate();
    }
    assertEquals(new PartFiles.Count(7, 7), agent.parts().count());
  }

  private void refused(String... words) throws Exception {
    try (AgentProcess refused = agent.start()) {
      assertEquals(REFUSED, refused.awaitExit(), refused.out());
      assertEquals(1, refused.err().lines().count(), refused.err());
      for (String word : words) {
        assertTrue(refused.err().contains(word), refused.err());
      }
    }
  }

  private static long failures(AgentProcess blocked) {
    return blocked.out().lines().filter(line -> line.contains(TRIES_AGAIN)).count();
  }

  private static void tear(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }
}
