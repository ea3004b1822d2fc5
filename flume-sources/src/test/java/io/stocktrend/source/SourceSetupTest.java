package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.state.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source takes for its settings and its state, and what it refuses. */
class SourceSetupTest {
  @TempDir Path folder;
  private ScriptedRig rig;

  @BeforeEach
  void open() {
    rig = new ScriptedRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theBatchSizeIsReportedToFlume() {
    rig.configure(Map.of());
    assertEquals(100, rig.source().getBatchSize());
    rig.configure(Map.of("batchSize", "7"));
    assertEquals(7, rig.source().getBatchSize());
  }

  @Test
  void damagedStateIsRefusedAtConfigureAndEverythingIsLetGo() throws Exception {
    rig.start();
    rig.process();
    rig.stop();
    Path state = rig.state();
    for (String file : List.of("cursor.json", "cursor.previous.json", "cursor.previous.log")) {
      Files.writeString(state.resolve(file), "torn");
    }
    int closed = rig.closed();
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> rig.configure(Map.of()));
    assertTrue(refusal.getMessage().startsWith("source quotes: the state file "));
    assertTrue(refusal.getMessage().contains("delete it so that the source starts from zero"));
    assertEquals(closed + 1, rig.closed(), "its providers");
    assertFalse(Files.exists(state.resolve(".lock")));
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestName() {
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> rig.configure(Map.of("bathSize", "7")));
    assertEquals(
        "source quotes: the key bathSize is unknown: did you mean 'batchSize'?",
        refusal.getMessage());
    assertEquals(1, rig.closed(), "its providers");
  }

  @Test
  void twoProcessesOnOneStateFolderAreRefused() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                rig.state().toString())
            .redirectErrorStream(true)
            .start();
    try {
      while (!"held".equals(other.inputReader().readLine())) {
        assertTrue(other.isAlive());
      }
      ConfigurationException refusal =
          assertThrows(ConfigurationException.class, () -> rig.configure(Map.of()));
      assertTrue(
          refusal.getMessage().startsWith("source quotes: another process uses the folder "),
          refusal.getMessage());
    } finally {
      other.destroyForcibly().waitFor();
    }
    rig.configure(Map.of());
  }

  /** Holds a state folder until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] folder) throws Exception {
      SourceState.open(Path.of(folder[0]));
      System.out.println("held");
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
