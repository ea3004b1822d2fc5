package io.stocktrend.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecondProcessIT {
  private static final int REFUSED = 3;

  @TempDir Path base;

  @Test
  void aSecondProcessOnTheFolderIsRefusedAndASinkOfThisOneIsNot() throws Exception {
    Rig rig = Rig.inMemory(base);
    ParquetSink first = rig.start();
    ParquetSink reloaded = rig.start();
    first.stop();
    ChildJvm second = ChildJvm.create().start(Second.class, List.of(base.toString()));
    assertEquals(REFUSED, second.exitCode(), second.output());
    assertTrue(
        second
            .output()
            .contains(
                "another process uses the folder "
                    + rig.root()
                    + ": stop it, or give this agent a folder of its own"),
        second.output());
    reloaded.stop();

    ChildJvm third = ChildJvm.create().start(Second.class, List.of(base.toString()));
    assertEquals(0, third.exitCode(), third.output());
  }

  /** Runs in a process of its own. */
  static final class Second {
    private Second() {}

    public static void main(String[] args) {
      try {
        Rig.inMemory(Path.of(args[0])).start(Map.of()).stop();
      } catch (ConfigurationException e) {
        System.out.println(e.getMessage());
        System.exit(REFUSED);
      }
      System.exit(0);
    }
  }
}
