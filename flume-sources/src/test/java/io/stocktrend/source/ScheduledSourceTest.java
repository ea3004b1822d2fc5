package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Sleeper;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.LogTape;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.apache.flume.Channel;
import org.apache.flume.Event;
import org.apache.flume.PollableSource.Status;
import org.apache.flume.channel.MemoryChannel;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledSourceTest {
  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:20:00Z");
  private final MemoryChannel channel = Bench.channel(100, 10);
  private Script script = emitter -> Feed.Progress.COMPLETE;
  private int rounds;
  private int closed;
  private ScheduledSource source;

  @AfterEach
  void stop() {
    if (source != null) {
      source.stop();
    }
  }

  @Test
  void aPollPutsItsEventsIntoFlumesOwnChannel() throws Exception {
    script = quotes("A", "B", "C");
    start(channel);
    assertEquals(Status.READY, source.process());
    assertEquals(3, Bench.drain(channel).size());
    assertEquals(Status.BACKOFF, source.process(), "not due");
    time.set("2026-11-02T11:00:00Z");
    assertEquals(Status.READY, source.process());
    assertEquals(2, rounds);
    assertEquals(List.of(), Bench.drain(channel), "unchanged");
  }

  @Test
  void theSleepIsTheTimeUntilDueWithinAMinute() {
    source = new Scripted();
    assertBackOff(60_000);
    start(channel);
    source.process();
    assertBackOff(60_000);
    time.set("2026-11-02T10:59:59.500Z");
    assertBackOff(501);
    time.set("2026-11-02T12:00:00Z");
    assertBackOff(1);
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
    script =
        emitter -> {
          if (failure instanceof IOException e) {
            throw e;
          }
          if (failure instanceof RuntimeException e) {
            throw e;
          }
          throw (Error) failure;
        };
    start(channel);
    assertEquals(Status.BACKOFF, source.process());
    assertEquals(Status.BACKOFF, source.process(), "not before the back-off is over");
    time.pass(Duration.ofMinutes(1));
    script = quotes("A");
    assertEquals(Status.READY, source.process());
    assertEquals(1, Bench.drain(channel).size());
    assertEquals(1, rounds, "a further attempt, no new round");
  }

  @Test
  void processBeforeStartIsNotDue() {
    source = new Scripted();
    assertEquals(Status.BACKOFF, source.process());
    source = null;
  }

  @Test
  void anInterruptIsHandedOnToFlumesRunner() {
    script =
        emitter -> {
          throw new InterruptedException("stop");
        };
    start(channel);
    assertEquals(Status.BACKOFF, source.process());
    assertTrue(Thread.interrupted(), "the flag is restored");
  }

  @Test
  void aStopIsNoFailure() {
    script =
        emitter -> {
          Thread.currentThread().interrupt();
          throw new ClosedByInterruptException();
        };
    start(channel);
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.BACKOFF, source.process());
      assertTrue(Thread.interrupted());
      assertEquals(List.of(), tape.lines("ERROR", ""));
    }
  }

  @Test
  void anIncompleteRoundIsTriedAgainWithinIt() {
    script = emitter -> Feed.Progress.INCOMPLETE;
    start(channel);
    assertEquals(Status.READY, source.process());
    assertEquals(Status.BACKOFF, source.process());
    time.pass(Duration.ofMinutes(1));
    assertEquals(Status.READY, source.process());
    assertEquals(1, rounds);
  }

  @Test
  void aCompleteRoundIsRememberedAcrossARestart() {
    start(channel);
    source.process();
    source.stop();
    start(channel);
    assertEquals(Status.BACKOFF, source.process(), "the round of ten o'clock is done");
    source.stop();
    time.set("2026-11-02T15:30:00Z");
    start(channel);
    assertEquals(Status.READY, source.process(), "missed due times are made up for");
    assertEquals(Status.BACKOFF, source.process(), "once");
  }

  @Test
  void aRefusedRoundEndsUntilTheNextDueTimeButIsDueAtOnceAfterARestart() {
    script = emitter -> Feed.Progress.REFUSED;
    start(channel);
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.READY, source.process());
      String line =
          "Source quotes: 0 rows emitted, 0 unchanged, refused by every provider for some;"
              + " next at 2026-11-02T11:00:00Z.";
      assertEquals(1, tape.lines("INFO", line).size(), tape::all);
    }
    time.pass(Duration.ofMinutes(39));
    assertEquals(Status.BACKOFF, source.process(), "no waiting within the round helps");
    source.stop();
    script = emitter -> Feed.Progress.COMPLETE;
    start(channel);
    assertEquals(Status.READY, source.process(), "a key may have been corrected");
    source.stop();
    start(channel);
    assertEquals(Status.BACKOFF, source.process(), "the round is complete");
  }

  @Test
  void aChannelWithoutRoomIsWaitedForAndNothingIsLost() throws Exception {
    MemoryChannel small = Bench.channel(2, 2);
    script = quotes("A", "B", "C", "D");
    source = new Scripted(waits -> Bench.drain(small));
    configure(Map.of("batchSize", "2"));
    source.setChannelProcessor(Bench.processor(small));
    source.start();
    assertEquals(Status.READY, source.process());
    List<Event> late = Bench.drain(small);
    assertEquals(
        List.of("C|2026-11-02T10:20:00.000000Z", "D|2026-11-02T10:20:00.000000Z"), Bench.ids(late));
    assertEquals("true", late.get(0).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  @Test
  void whatOneOfTwoChannelsTookComesAgainMarkedAsTheSameEvents() throws Exception {
    MemoryChannel small = Bench.channel(1, 1);
    script = quotes("A");
    source = new Scripted(waits -> Bench.drain(small));
    configure(Map.of("batchSize", "1"));
    source.setChannelProcessor(Bench.processor(channel, small));
    source.start();
    source.process();
    time.set("2026-11-02T11:00:00Z");
    script = quotes("B");
    source.process();
    List<Event> events = Bench.drain(channel);
    List<String> ids = Bench.ids(events);
    assertEquals(ids.get(1), ids.get(2));
    assertNull(events.get(1).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
    assertEquals("true", events.get(2).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  @Test
  void everyRoundIsWrittenDownWithItsDueTimeAndItsRows() throws Exception {
    script = quotes("A", "B");
    start(channel);
    source.process();
    time.set("2026-11-02T11:00:07Z");
    source.process();
    assertEquals(
        List.of("10:00 from 10:20 complete 2 0", "11:00 from 11:00 complete 0 2"), rounds());
    assertEquals(Instant.parse("2026-11-02T12:00:00Z"), runs().get(1).times().next());
  }

  @Test
  void aRoundThatTakesSeveralAttemptsEndsWithItsLastLine() throws Exception {
    script =
        emitter -> {
          emitter.offer(Bench.quote("A", 1, time.instant()));
          return Feed.Progress.INCOMPLETE;
        };
    start(channel);
    source.process();
    time.pass(Duration.ofMinutes(1));
    script = quotes("B");
    source.process();
    assertEquals(List.of("10:00 from 10:20 complete 2 0"), rounds());
    assertEquals(Run.Outcome.INCOMPLETE, runs().get(0).outcome());
    assertEquals(Instant.parse("2026-11-02T10:21:00Z"), runs().get(1).times().end());
  }

  @Test
  void failuresAndStopsAreWrittenDownToo() throws Exception {
    script =
        emitter -> {
          throw new IllegalStateException("it may quote an answer");
        };
    start(channel);
    source.process();
    time.set("2026-11-02T11:00:00Z");
    script =
        emitter -> {
          throw new InterruptedException("stop");
        };
    source.process();
    assertTrue(Thread.interrupted(), "the flag is restored");
    assertEquals(List.of("10:00 from 10:20 failed 0 0", "11:00 from 11:00 stopped 0 0"), rounds());
  }

  @Test
  void aRunLogThatCannotBeWrittenCostsNoRound() throws Exception {
    Files.createDirectories(folder.resolve("state/quotes/runs.log"));
    script = quotes("A");
    start(channel);
    try (LogTape tape = new LogTape()) {
      assertEquals(Status.READY, source.process());
      assertEquals(1, tape.lines("WARN", "The run log lacks the round of").size(), tape::all);
    }
    assertEquals(1, Bench.drain(channel).size());
  }

  @Test
  void theFiguresOfTheSourceAreShownOverJmx() throws Exception {
    script = quotes("A", "B");
    start(channel);
    assertEquals(0, figure("ThreadAlive"), "nobody has run it yet");
    source.process();
    time.set("2026-11-02T11:00:00Z");
    source.process();
    time.set("2026-11-02T12:00:00Z");
    script =
        emitter -> {
          throw new IllegalStateException("broken");
        };
    source.process();
    assertEquals(2, figure("RowsEmittedCount"));
    assertEquals(2, figure("RowsUnchangedCount"));
    assertEquals(2, figure("RoundCompleteCount"));
    assertEquals(1, figure("RoundFailedCount"));
    assertEquals(1, figure("EventReadFail"));
    assertEquals(Instant.parse("2026-11-02T11:00:00Z").toEpochMilli(), figure("LastSuccessTime"));
    assertEquals(Instant.parse("2026-11-02T12:01:00Z").toEpochMilli(), figure("NextRunTime"));
    assertEquals(1, figure("ThreadAlive"));
  }

  @Test
  void aSourceWhoseThreadHasDiedSaysSo() throws Exception {
    start(channel);
    Thread runner = new Thread(source::process);
    runner.start();
    runner.join();
    assertEquals(0, figure("ThreadAlive"));
  }

  private static long figure(String attribute) throws Exception {
    return (Long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(new ObjectName("org.apache.flume.source:type=quotes"), attribute);
  }

  private List<Run> runs() throws IOException {
    return new RunLog(folder.resolve("state/quotes")).read();
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

  @Test
  void theBatchSizeIsReportedToFlume() {
    source = new Scripted();
    configure(Map.of());
    assertEquals(100, source.getBatchSize());
    configure(Map.of("batchSize", "7"));
    assertEquals(7, source.getBatchSize());
  }

  @Test
  void damagedStateIsRefusedAtConfigureAndEverythingIsLetGo() throws Exception {
    start(channel);
    source.process();
    source.stop();
    Path state = folder.resolve("state/quotes");
    for (String file : List.of("cursor.json", "cursor.previous.json", "cursor.previous.log")) {
      Files.writeString(state.resolve(file), "torn");
    }
    source = null;
    Scripted refused = new Scripted();
    closed = 0;
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> configure(refused, Map.of()));
    assertTrue(refusal.getMessage().startsWith("source quotes: the state file "));
    assertTrue(refusal.getMessage().contains("delete it so that the source starts from zero"));
    assertEquals(1, closed, "its providers");
    assertFalse(Files.exists(state.resolve(".lock")));
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestName() {
    assertRefused("bathSize", "7", "the key bathSize is unknown: did you mean 'batchSize'?");
    assertEquals(1, closed, "its providers");
  }

  @Test
  void twoProcessesOnOneStateFolderAreRefused() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.resolve("state/quotes").toString())
            .redirectErrorStream(true)
            .start();
    try {
      while (!"held".equals(other.inputReader().readLine())) {
        assertTrue(other.isAlive());
      }
      ConfigurationException refusal =
          assertThrows(ConfigurationException.class, () -> configure(new Scripted(), Map.of()));
      assertTrue(
          refusal.getMessage().startsWith("source quotes: another process uses the folder "),
          refusal.getMessage());
    } finally {
      other.destroyForcibly().waitFor();
    }
    source = new Scripted();
    configure(Map.of());
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

  private void assertRefused(String key, String value, String message) {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class, () -> configure(new Scripted(), Map.of(key, value)));
    assertEquals("source quotes: " + message, refusal.getMessage());
  }

  private void assertBackOff(long millis) {
    assertEquals(millis, source.getBackOffSleepIncrement());
    assertEquals(millis, source.getMaxBackOffSleepInterval());
  }

  private void start(Channel into) {
    source = new Scripted();
    configure(Map.of());
    source.setChannelProcessor(Bench.processor(into));
    source.start();
  }

  private void configure(Map<String, String> values) {
    configure(source, values);
  }

  private void configure(ScheduledSource configured, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("stateDir", folder.resolve("state").toString());
    configured.setName("quotes");
    configured.configure(Bench.context(all));
  }

  private Script quotes(String... symbols) {
    return emitter -> {
      for (String symbol : symbols) {
        emitter.offer(Bench.quote(symbol, 1, time.instant()));
      }
      return Feed.Progress.COMPLETE;
    };
  }

  /** What a poll does. */
  private interface Script {
    Feed.Progress poll(Emitter emitter) throws IOException, InterruptedException;
  }

  /** A source whose feed is the test's script. */
  private final class Scripted extends ScheduledSource {
    Scripted() {
      super("0 * * * *", time.timing());
    }

    /** Does something whenever the source waits. */
    Scripted(Sleeper sleeper) {
      super("0 * * * *", new Timing(time, sleeper, () -> 0L));
    }

    @Override
    Feed feed(Settings settings, SourceSettings common) {
      return new Feed() {
        @Override
        public void begin() {
          rounds++;
        }

        @Override
        public Progress poll(Emitter emitter) throws IOException, InterruptedException {
          return script.poll(emitter);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
