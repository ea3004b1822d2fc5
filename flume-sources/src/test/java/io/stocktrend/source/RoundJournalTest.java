package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flume.PollableSource.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the run log has of the rounds of a source. */
class RoundJournalTest {
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
  void everyRoundIsWrittenDownWithItsDueTimeAndItsRows() throws Exception {
    rig.offers("A", "B");
    rig.start();
    rig.process();
    rig.time().set("2026-11-02T11:00:07Z");
    rig.process();
    assertEquals(
        List.of("10:00 from 10:20 complete 2 0", "11:00 from 11:00 complete 0 2"), rounds());
    assertEquals(Instant.parse("2026-11-02T12:00:00Z"), runs().get(1).times().next());
  }

  @Test
  void aRoundThatTakesSeveralAttemptsEndsWithItsLastLine() throws Exception {
    rig.polls(
        emitter -> {
          emitter.offer(Bench.quote("A", 1, rig.time().instant()));
          return Feed.Progress.INCOMPLETE;
        });
    rig.start();
    rig.process();
    rig.time().pass(Duration.ofMinutes(1));
    rig.offers("B");
    rig.process();
    assertEquals(List.of("10:00 from 10:20 complete 2 0"), rounds());
    assertEquals(Run.Outcome.INCOMPLETE, runs().get(0).outcome());
    assertEquals(Instant.parse("2026-11-02T10:21:00Z"), runs().get(1).times().end());
  }

  @Test
  void failuresAndStopsAreWrittenDownToo() throws Exception {
    rig.polls(
        emitter -> {
          throw new IllegalStateException("it may quote an answer");
        });
    rig.start();
    rig.process();
    rig.time().set("2026-11-02T11:00:00Z");
    rig.polls(
        emitter -> {
          throw new InterruptedException("stop");
        });
    rig.process();
    assertTrue(Thread.interrupted(), "the flag is restored");
    assertEquals(List.of("10:00 from 10:20 failed 0 0", "11:00 from 11:00 stopped 0 0"), rounds());
  }

  @Test
  void aRunLogThatCannotBeWrittenCostsNoRound() throws Exception {
    Files.createDirectories(rig.state().resolve("runs.log"));
    rig.offers("A");
    rig.start();
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.READY, rig.process());
      assertEquals(1, tape.lines("WARN", "The run log lacks the round of").size(), tape::all);
    }
    assertEquals(1, rig.events().size());
  }

  private List<Run> runs() throws IOException {
    return new RunLog(rig.state()).read();
  }

  private List<String> rounds() throws IOException {
    return RunLog.rounds(runs()).stream()
        .map(
            run ->
                "%s from %s %s %d %d"
                    .formatted(
                        run.times().due().toString().substring(11, 16),
                        run.times().start().toString().substring(11, 16),
                        run.outcome().text(),
                        run.rows().emitted(),
                        run.rows().unchanged()))
        .toList();
  }
}
