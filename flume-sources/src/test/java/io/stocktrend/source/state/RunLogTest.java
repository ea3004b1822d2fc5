package io.stocktrend.source.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.state.Run.Asked;
import io.stocktrend.source.state.Run.Outcome;
import io.stocktrend.source.state.Run.Rows;
import io.stocktrend.source.state.Run.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private static final Instant DUE = Instant.parse("2026-11-23T15:00:00Z");

  @TempDir Path folder;

  @Test
  void aRunIsOneLineOfJsonThatIsReadBackWhole() throws IOException {
    Run run =
        new Run(
            new Times(DUE, DUE.plusSeconds(1), DUE.plusSeconds(9), DUE.plusSeconds(3600)),
            Outcome.REFUSED,
            new Rows(7, 3),
            Map.of("finnhub", new Asked(Map.of("answered", 4L, "quota", 1L), 12)),
            Map.of("finnhub quota", List.of("AAPL", "MÜV2")));
    RunLog log = new RunLog(folder);
    log.append(run);
    assertEquals(List.of(run), log.read());
    assertEquals(
        "{\"due\":\"2026-11-23T15:00:00Z\",\"start\":\"2026-11-23T15:00:01Z\","
            + "\"end\":\"2026-11-23T15:00:09Z\",\"next\":\"2026-11-23T16:00:00Z\","
            + "\"outcome\":\"refused\",\"emitted\":7,\"unchanged\":3,\"providers\":"
            + "{\"finnhub\":{\"requests\":{\"answered\":4,\"quota\":1},\"leftToday\":12}},"
            + "\"failed\":{\"finnhub quota\":[\"AAPL\",\"MÜV2\"]}}\n",
        Files.readString(folder.resolve("runs.log")));
  }

  @Test
  void aLineThatACrashHasCutCostsNoOther() throws IOException {
    RunLog log = new RunLog(folder);
    log.append(run(0, Outcome.COMPLETE));
    Files.writeString(
        folder.resolve("runs.log"), "{\"due\":\"2026-11-2", StandardOpenOption.APPEND);
    log.append(run(1, Outcome.COMPLETE));
    Files.write(folder.resolve("runs.log"), new byte[] {-1, -2, '\n'}, StandardOpenOption.APPEND);
    log.append(run(2, Outcome.FAILED));
    assertEquals(
        List.of(run(0, Outcome.COMPLETE), run(1, Outcome.COMPLETE), run(2, Outcome.FAILED)),
        log.read());
  }

  @Test
  void ofEveryRoundTheLastLineCounts() {
    List<Run> runs =
        List.of(
            run(0, Outcome.INCOMPLETE),
            run(0, Outcome.COMPLETE),
            run(1, Outcome.INCOMPLETE),
            run(1, Outcome.INCOMPLETE));
    assertEquals(
        List.of(run(0, Outcome.COMPLETE), run(1, Outcome.INCOMPLETE)),
        List.copyOf(RunLog.rounds(runs)));
  }

  @Test
  void theLogIsBoundedAndLosesItsOldestLinesOnly() throws IOException {
    RunLog log = new RunLog(folder, 1000);
    for (int hour = 0; hour < 200; hour++) {
      log.append(run(hour, Outcome.COMPLETE));
    }
    List<Run> kept = log.read();
    assertEquals(run(199, Outcome.COMPLETE), kept.get(kept.size() - 1));
    for (int at = 1; at < kept.size(); at++) {
      assertEquals(kept.get(at - 1).times().next(), kept.get(at).times().due(), "a hole");
    }
    assertTrue(kept.size() > 20, "kept " + kept.size());
    assertFalse(Files.exists(folder.resolve("runs.log.5")));
    for (String name : List.of("runs.log", "runs.log.1", "runs.log.4")) {
      assertTrue(Files.size(folder.resolve(name)) < 1300, name);
    }
  }

  @Test
  void aLogThatIsNotThereHoldsNothing() throws IOException {
    assertEquals(List.of(), new RunLog(folder.resolve("none")).read());
  }

  @Test
  void aLogThatCannotBeWrittenSaysSo() throws IOException {
    Files.createDirectory(folder.resolve("runs.log"));
    RunLog log = new RunLog(folder);
    assertThrows(IOException.class, () -> log.append(run(0, Outcome.COMPLETE)));
  }

  private static Run run(int hour, Outcome outcome) {
    Instant due = DUE.plusSeconds(3600L * hour);
    return new Run(
        new Times(due, due, due.plusSeconds(5), due.plusSeconds(3600)),
        outcome,
        new Rows(hour, 0),
        Map.of("yahoo", new Asked(Map.of("answered", 1L), -1)),
        Map.of());
  }
}
