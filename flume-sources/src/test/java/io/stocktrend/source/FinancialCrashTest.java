package io.stocktrend.source;

import static io.stocktrend.source.FinancialBench.NOW;
import static io.stocktrend.source.FinancialBench.settings;
import static io.stocktrend.source.FinancialBench.yahoo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed between the steps of putting a slice. */
class FinancialCrashTest {
  @TempDir Path folder;
  private FinancialBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new FinancialBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source.slice-saved", "source.slice-put", "source.cursor-saved"})
  void aKilledProcessPutsTheVerySameEventsAgainMarked(String step) throws Exception {
    bench.server().withCrumb("crumb").on("/v7/finance/quote", yahoo("AAPL MSFT"));
    assertEquals(137, runAndDie(step));
    bench.time().set("2026-11-02T15:20:00Z");
    bench.start(Map.of("symbols", "AAPL,MSFT"));
    bench.process();
    List<Event> events = bench.events();
    bench.stop();
    if (step.equals("source.cursor-saved")) {
      assertEquals(List.of(), events, "they were put and the cursor had moved");
      return;
    }
    assertEquals(
        List.of("AAPL|2026-11-02T15:05:00.000000Z", "MSFT|2026-11-02T15:05:00.000000Z"),
        Bench.ids(events));
    assertEquals("true", events.get(0).getHeaders().get("possible.duplicate"));
    assertEquals("1793631900000", events.get(0).getHeaders().get("timestamp"));
  }

  /** The source in a process of its own, at five past three. */
  static final class Doomed {
    private Doomed() {}

    public static void main(String[] folder) {
      FinancialSource source = new FinancialSource(new SteppedTime(NOW).timing());
      source.setName("quotes");
      source.configure(Bench.context(settings(Path.of(folder[0]), Map.of("symbols", "AAPL,MSFT"))));
      source.setChannelProcessor(Bench.processor(Bench.channel(100, 100)));
      source.start();
      source.process();
    }
  }

  private int runAndDie(String step) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + FaultPoint.PROPERTY + "=" + step,
            Doomed.class.getName(),
            folder.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
