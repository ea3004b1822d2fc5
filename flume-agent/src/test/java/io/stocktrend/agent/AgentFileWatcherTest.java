package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentFileWatcherTest {
  private static final String TWO_SINKS =
      AgentText.with("raw.sinks = nothing", "raw.sinks = nothing more")
          + "raw.sinks.more.type = null\nraw.sinks.more.channel = memory\n";

  private final List<Prepared> taken = new ArrayList<>();

  @TempDir Path folder;
  private AgentFileWatcher watcher;

  @BeforeEach
  void watch() throws Exception {
    AgentFile file = AgentText.read(folder, AgentText.GOOD);
    AgentProvider provider = new AgentProvider("raw");
    provider.prepare(file);
    watcher = new AgentFileWatcher(provider, file, new AgentLock("raw"), taken::add);
  }

  @Test
  void anUnchangedFileIsLeftAlone() {
    watcher.look();
    assertEquals(List.of(), taken);
  }

  @Test
  void aChangedFileIsTaken() throws Exception {
    AgentText.read(folder, TWO_SINKS);
    watcher.look();
    watcher.look();
    assertEquals(1, taken.size());
    assertEquals(Set.of("nothing", "more"), taken.get(0).configuration().getSinkRunners().keySet());
  }

  @Test
  void aBadFileIsRefusedAndTheNextGoodOneTaken() throws Exception {
    AgentText.read(folder, TWO_SINKS.replace("raw.sinks.more.type = null", ""));
    watcher.look();
    assertEquals(List.of(), taken);
    AgentText.read(folder, TWO_SINKS);
    watcher.look();
    assertEquals(1, taken.size());
  }

  @Test
  void aFileThatIsGoneForAWhileIsTakenWhenItIsBack() throws Exception {
    Files.delete(folder.resolve("raw.properties"));
    watcher.look();
    watcher.look();
    AgentText.read(folder, TWO_SINKS);
    watcher.look();
    assertEquals(1, taken.size());
  }

  @Test
  void aFileThatLostTheAgentIsRefused() throws Exception {
    AgentText.read(folder, AgentText.GOOD.replace("raw.", "other."));
    watcher.look();
    assertEquals(List.of(), taken);
  }
}
