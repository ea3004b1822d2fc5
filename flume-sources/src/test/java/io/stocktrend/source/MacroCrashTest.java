package io.stocktrend.source;

import static io.stocktrend.source.MacroBench.GDP;
import static io.stocktrend.source.MacroBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.FaultPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed in the midst of a history of vintages. */
class MacroCrashTest {
  private static final String NOW = "2026-11-02T10:00:00Z";
  private static final int BATCH = 50;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"source.slice-saved", "source.slice-put", "source.cursor-saved"})
  void theNextRunGoesOnWhereTheChannelEnds(String step) throws Exception {
    List<String> whole = collectedAtOnce();
    assertTrue(whole.size() > 2 * BATCH, () -> whole.size() + " rows");
    try (MacroBench bench = bench(folder)) {
      assertEquals(137, runAndDie(step, bench));
      List<GenericRecord> rest = bench.start().run();
      int inChannel = step.equals("source.cursor-saved") ? BATCH : 0;
      assertEquals(whole.subList(inChannel, whole.size()), ids(rest));
    }
  }

  @Test
  void theNextRunAsksFromTheLastReleaseThatIsInTheChannel() throws Exception {
    try (MacroBench bench = bench(folder)) {
      runAndDie("source.cursor-saved", bench);
      bench.start().run();
      List<String> asked =
          bench.simulator.requests().stream().map(r -> r.query().get("realtime_start")).toList();
      assertEquals("1776-07-04", asked.get(0));
      assertNotEquals("1776-07-04", asked.get(1));
    }
  }

  /** The source in a process of its own. */
  static final class Doomed {
    private Doomed() {}

    public static void main(String[] arguments) {
      MacroSource source = MacroBench.source(Path.of(arguments[0]), NOW);
      source.start();
      source.process();
    }
  }

  private List<String> collectedAtOnce() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (MacroBench bench = bench(other)) {
      return ids(bench.start().run());
    }
  }

  private static MacroBench bench(Path folder) throws Exception {
    return new MacroBench(folder, NOW)
        .with("batchSize", Integer.toString(BATCH))
        .indicators(GDP)
        .save();
  }

  private static int runAndDie(String step, MacroBench bench) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + FaultPoint.PROPERTY + "=" + step,
            Doomed.class.getName(),
            bench.settingsFile().toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static List<String> ids(List<GenericRecord> records) {
    return texts(records, "record_id", "value");
  }
}
