package io.stocktrend.sink.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.primary.PrimaryDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process that compacts at every step, then runs the next. */
final class CompactionCrashIT {
  private static final int KILLED = 137;
  private static final int PARTS = 4;

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compact.begun",
        "compact.written",
        "compact.synced",
        "compact.published",
        "compact.folder-synced",
        "compact.part-removed",
        "compact.part-removed@3",
        "compact.parts-removed",
        "compact.ended"
      })
  void aDeathAtAnyStepCostsNoRowAndTheNextRunCompletesTheDay(String step) throws Exception {
    PrimaryDay day = Bars.day(root);
    for (int part = 0; part < PARTS; part++) {
      Bars.part(root, "part-" + part, Bars.running("AAPL", part), Bars.running("AAPL", part + 1));
    }
    TreeSet<String> before = new TreeSet<>(Outcome.ids(day));

    ChildJvm killed = run("-D" + FaultPoint.PROPERTY + "=" + step);
    assertEquals(KILLED, killed.exitCode(), killed.output());
    assertEquals(before, new TreeSet<>(Outcome.ids(day)));

    ChildJvm next = run("-Dunused=true");
    assertEquals(0, next.exitCode(), next.output());
    assertEquals(List.copyOf(before), Outcome.ids(day), "sorted, each once");
    assertEquals(1, day.parts().size());
    assertEquals(List.of(), Outcome.leftovers(root));
  }

  private ChildJvm run(String option) throws IOException, InterruptedException {
    return ChildJvm.create().with(option).start(Compact.class, List.of(root.toString()));
  }

  /** Runs in a process of its own. */
  static final class Compact {
    private Compact() {}

    public static void main(String[] args) throws IOException {
      Outcome.of(Path.of(args[0]));
      System.exit(0);
    }
  }
}
