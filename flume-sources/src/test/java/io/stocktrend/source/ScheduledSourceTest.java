package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.source.provider.LogTape;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a source runs, and what Flume's runner sees of it. */
class ScheduledSourceTest {
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
  void aPollPutsItsEventsIntoFlumesOwnChannel() throws Exception {
    rig.offers("A", "B", "C");
    rig.start();
    assertEquals(Status.READY, rig.process());
    assertEquals(3, rig.events().size());
    assertEquals(Status.BACKOFF, rig.process(), "not due");
    rig.time().set("2026-11-02T11:00:00Z");
    assertEquals(Status.READY, rig.process());
    assertEquals(2, rig.rounds());
    assertEquals(List.of(), rig.events(), "unchanged");
  }

  @Test
  void theSleepIsTheTimeUntilDueWithinAMinute() {
    assertBackOff(60_000, rig.unconfigured());
    rig.start();
    rig.process();
    assertBackOff(60_000, rig.source());
    rig.time().set("2026-11-02T10:59:59.500Z");
    assertBackOff(501, rig.source());
    rig.time().set("2026-11-02T12:00:00Z");
    assertBackOff(1, rig.source());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        NoClassDefFoundError.class,
        OutOfMemoryError.class,
        IOException.class
      })
  void noFailureLeavesProcess(Class<? extends Throwable> kind) throws Exception {
    Throwable failure = kind.getConstructor().newInstance();
    rig.polls(
        emitter -> {
          if (failure instanceof IOException e) {
            throw e;
          }
          if (failure instanceof RuntimeException e) {
            throw e;
          }
          throw (Error) failure;
        });
    rig.start();
    assertEquals(Status.BACKOFF, rig.process());
    assertEquals(Status.BACKOFF, rig.process(), "not before the back-off is over");
    rig.time().pass(Duration.ofMinutes(1));
    rig.offers("A");
    assertEquals(Status.READY, rig.process());
    assertEquals(1, rig.events().size());
    assertEquals(1, rig.rounds(), "a further attempt, no new round");
  }

  @Test
  void processBeforeStartIsNotDue() {
    assertEquals(Status.BACKOFF, rig.unconfigured().process());
  }

  @Test
  void anInterruptIsHandedOnToFlumesRunner() {
    rig.polls(
        emitter -> {
          throw new InterruptedException("stop");
        });
    rig.start();
    assertEquals(Status.BACKOFF, rig.process());
    assertTrue(Thread.interrupted(), "the flag is restored");
  }

  @Test
  void aStopIsNoFailure() {
    rig.polls(
        emitter -> {
          Thread.currentThread().interrupt();
          throw new ClosedByInterruptException();
        });
    rig.start();
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.BACKOFF, rig.process());
      assertTrue(Thread.interrupted());
      assertEquals(List.of(), tape.lines("ERROR", ""));
    }
  }

  @Test
  void anIncompleteRoundIsTriedAgainWithinIt() {
    rig.polls(emitter -> Feed.Progress.INCOMPLETE);
    rig.start();
    assertEquals(Status.READY, rig.process());
    assertEquals(Status.BACKOFF, rig.process());
    rig.time().pass(Duration.ofMinutes(1));
    assertEquals(Status.READY, rig.process());
    assertEquals(1, rig.rounds());
  }

  @Test
  void aCompleteRoundIsRememberedAcrossARestart() {
    rig.start();
    rig.process();
    rig.stop();
    rig.start();
    assertEquals(Status.BACKOFF, rig.process(), "the round of ten o'clock is done");
    rig.stop();
    rig.time().set("2026-11-02T15:30:00Z");
    rig.start();
    assertEquals(Status.READY, rig.process(), "missed due times are made up for");
    assertEquals(Status.BACKOFF, rig.process(), "once");
  }

  @Test
  void aRefusedRoundEndsUntilTheNextDueTimeButIsDueAtOnceAfterARestart() {
    rig.polls(emitter -> Feed.Progress.REFUSED);
    rig.start();
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.READY, rig.process());
      String line =
          "Source quotes: 0 rows emitted, 0 unchanged, refused by every provider for some;"
              + " next at 2026-11-02T11:00:00Z.";
      assertEquals(1, tape.lines("INFO", line).size(), tape::all);
    }
    rig.time().pass(Duration.ofMinutes(39));
    assertEquals(Status.BACKOFF, rig.process(), "no waiting within the round helps");
    rig.stop();
    rig.polls(emitter -> Feed.Progress.COMPLETE);
    rig.start();
    assertEquals(Status.READY, rig.process(), "a key may have been corrected");
    rig.stop();
    rig.start();
    assertEquals(Status.BACKOFF, rig.process(), "the round is complete");
  }

  @Test
  void aChannelWithoutRoomIsWaitedForAndNothingIsLost() throws Exception {
    MemoryChannel small = Bench.channel(2, 2);
    rig.offers("A", "B", "C", "D");
    rig.start(Map.of("batchSize", "2"), waits -> Bench.drain(small), small);
    assertEquals(Status.READY, rig.process());
    List<Event> late = Bench.drain(small);
    assertEquals(
        List.of("C|2026-11-02T10:20:00.000000Z", "D|2026-11-02T10:20:00.000000Z"), Bench.ids(late));
    assertEquals("true", late.get(0).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  @Test
  void whatOneOfTwoChannelsTookComesAgainMarkedAsTheSameEvents() throws Exception {
    MemoryChannel small = Bench.channel(1, 1);
    rig.offers("A");
    rig.start(Map.of("batchSize", "1"), waits -> Bench.drain(small), rig.channel(), small);
    rig.process();
    rig.time().set("2026-11-02T11:00:00Z");
    rig.offers("B");
    rig.process();
    List<Event> events = rig.events();
    List<String> ids = Bench.ids(events);
    assertEquals(ids.get(1), ids.get(2));
    assertNull(events.get(1).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
    assertEquals("true", events.get(2).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  private static void assertBackOff(long millis, ScheduledSource source) {
    assertEquals(millis, source.getBackOffSleepIncrement());
    assertEquals(millis, source.getMaxBackOffSleepInterval());
  }
}
