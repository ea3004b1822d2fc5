package io.stocktrend.sink.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Dataset;
import io.stocktrend.sink.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Kills the processes that make a copy, one after the other, until one is left to finish it. */
public final class CrashedCopies {
  private static final int KILLED = 137;
  private static final int RANDOM_KILLS = 3;

  private CrashedCopies() {}

  /** Makes the copy of 18 parts of the primary, with a death at each step. */
  public static void make(CopyRig rig, List<String> steps) throws Exception {
    Facts.days(rig.root(), Dataset.STOCK_MOVEMENTS, 3, 6);
    for (String step : steps) {
      ChildJvm child = rig.copyInChild(step);
      assertEquals(KILLED, child.exitCode(), step + " " + child.output());
    }
    Random random = new Random();
    for (int kill = 0; kill < RANDOM_KILLS; kill++) {
      rig.copyKilledAfter(Duration.ofMillis(300 + random.nextInt(1500)));
    }
    ChildJvm last = rig.copyInChild("");
    assertEquals(0, last.exitCode(), last.output());
    assertEquals(List.of(), rig.differences(Dataset.STOCK_MOVEMENTS));
  }
}
