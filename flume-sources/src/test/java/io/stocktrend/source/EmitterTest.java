package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flume.ChannelException;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmitterTest {
  private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-02T11:00:00Z");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private final List<List<Event>> taken = new ArrayList<>();
  private final List<RuntimeException> refusals = new ArrayList<>();
  private SourceState state;
  private Emitter emitter;

  @BeforeEach
  void open() throws Exception {
    restart(2);
  }

  @AfterEach
  void close() throws Exception {
    state.close();
  }

  @Test
  void whatHasBeenEmittedIsNotEmittedAgain() throws Exception {
    send("AAPL", 1, TEN);
    send("AAPL", 1, ELEVEN);
    send("AAPL", 2, ELEVEN);
    send("AAPL", 1, ELEVEN.plusSeconds(1));
    assertEquals(
        List.of(
            "AAPL|2026-11-02T10:00:00.000000Z",
            "AAPL|2026-11-02T11:00:00.000000Z",
            "AAPL|2026-11-02T11:00:01.000000Z"),
        ids());
    assertEquals(1, emitter.unchanged());
    assertEquals(3, emitter.emitted());
  }

  @Test
  void whatHasBeenEmittedIsKnownAfterARestart() throws Exception {
    send("AAPL", 1, TEN);
    restart(2);
    send("AAPL", 1, ELEVEN);
    assertEquals(1, taken.size());
  }

  @Test
  void eventsGoInSlicesOfTheBatchSize() throws Exception {
    for (String symbol : List.of("A", "B", "C", "D", "E")) {
      emitter.offer(Bench.quote(symbol, 1, TEN));
    }
    emitter.flush();
    assertEquals(List.of(2, 2, 1), taken.stream().map(List::size).toList());
    assertNull(taken.get(0).get(0).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  @Test
  void twoVersionsOfAFactInOnePollAreBothEmitted() throws Exception {
    emitter.offer(Bench.quote("AAPL", 1, TEN));
    emitter.offer(Bench.quote("AAPL", 2, ELEVEN));
    emitter.offer(Bench.quote("AAPL", 2, ELEVEN.plusSeconds(1)));
    emitter.flush();
    assertEquals(
        List.of("AAPL|2026-11-02T10:00:00.000000Z", "AAPL|2026-11-02T11:00:00.000000Z"), ids());
  }

  @Test
  void theSliceIsWrittenDownBeforeThePutAndTheCursorMovesAfterIt() throws Exception {
    refuse(new IllegalStateException("an interceptor's mistake"));
    assertThrows(IllegalStateException.class, () -> send("AAPL", 1, TEN));
    try (SourceState seen = SourceState.open(folder)) {
      assertEquals(1, seen.loadSlice().orElseThrow().sequence());
      assertEquals(0, seen.loadCursor().sequence());
      emitter.flush();
      assertEquals(1, seen.loadCursor().sequence());
    }
  }

  @Test
  void aFullChannelIsWaitedForAndTheRepetitionIsMarked() throws Exception {
    for (int i = 0; i < 8; i++) {
      refuse(new ChannelException("full"));
    }
    send("AAPL", 1, TEN);
    assertEquals(
        Stream.of(1, 2, 4, 8, 16, 30, 30, 30).map(Duration::ofSeconds).toList(), time.waits());
    assertEquals(1, taken.size());
    assertEquals("true", mark(taken.get(0).get(0)));
    send("AAPL", 2, ELEVEN);
    assertNull(mark(taken.get(1).get(0)), "the next one is none");
  }

  @Test
  void whateverFailsAPutTheSameSliceComesAgainMarked() throws Exception {
    refuse(new IllegalStateException("an interceptor's mistake"));
    assertThrows(IllegalStateException.class, () -> send("AAPL", 1, TEN));
    emitter.flush();
    assertEquals(List.of("AAPL|2026-11-02T10:00:00.000000Z"), ids());
    assertEquals("true", mark(taken.get(0).get(0)));
    emitter.flush();
    send("AAPL", 1, ELEVEN);
    assertEquals(1, taken.size());
  }

  @Test
  void afterAStopBeforeThePutTheVerySameEventsComeMarked() throws Exception {
    refuse(new IllegalStateException("stopped here"));
    emitter.offer(Bench.quote("A", 1, TEN));
    assertThrows(IllegalStateException.class, () -> emitter.offer(Bench.quote("B", 1, TEN)));
    restart(2);
    emitter.flush();
    assertEquals(List.of("A|2026-11-02T10:00:00.000000Z", "B|2026-11-02T10:00:00.000000Z"), ids());
    assertEquals("true", mark(taken.get(0).get(1)));
    assertEquals(
        Long.toString(TEN.toEpochMilli()), taken.get(0).get(0).getHeaders().get("timestamp"));
  }

  @Test
  void aStopBetweenPutAndCursorRepeatsTheSliceMarked() throws Exception {
    byte[] before = savedCursor("A");
    send("AAPL", 1, TEN);
    byte[] body = taken.get(1).get(0).getBody();
    Files.write(folder.resolve("cursor.log"), before);
    restart(2);
    emitter.flush();
    assertArrayEquals(body, taken.get(2).get(0).getBody());
    assertEquals("true", mark(taken.get(2).get(0)));
    restart(2);
    emitter.flush();
    assertEquals(3, taken.size(), "once is enough");
  }

  @Test
  void aSliceOfALargerBatchSizeIsPutInBatchesOfTheNewOne() throws Exception {
    restart(5);
    refuse(new IllegalStateException("stopped here"));
    for (String symbol : List.of("A", "B", "C", "D")) {
      emitter.offer(Bench.quote(symbol, 1, TEN));
    }
    assertThrows(IllegalStateException.class, () -> emitter.offer(Bench.quote("E", 1, TEN)));
    restart(2);
    emitter.flush();
    assertEquals(List.of(2, 2, 1), taken.stream().map(List::size).toList());
  }

  @Test
  void nothingIsLostWhileTheStateCannotBeWritten() throws Exception {
    send("A", 1, TEN);
    obstruct("slice.json");
    assertThrows(IOException.class, () -> send("B", 1, TEN));
    assertThrows(IOException.class, () -> emitter.flush());
    assertEquals(1, taken.size(), "what is not written down is not put");
    free("slice.json");
    obstructLog();
    assertThrows(IOException.class, () -> emitter.flush());
    assertEquals(2, taken.size(), "put, but the cursor stands still");
    assertThrows(IOException.class, () -> send("C", 1, TEN));
    assertEquals(2, taken.size(), "no slice before the cursor stands behind the last");
    freeLog();
    emitter.flush();
    assertEquals(
        List.of(
            "A|2026-11-02T10:00:00.000000Z",
            "B|2026-11-02T10:00:00.000000Z",
            "C|2026-11-02T10:00:00.000000Z"),
        ids());
  }

  @Test
  void anInterruptWhileTheChannelIsFullLosesNothing() throws Exception {
    refuse(new ChannelException("full"));
    Emitter waiting =
        new Emitter(
            this::take,
            state,
            2,
            new Timing(
                time,
                duration -> {
                  throw new InterruptedException("stop");
                },
                () -> 0L));
    assertThrows(
        InterruptedException.class,
        () -> {
          waiting.offer(Bench.quote("AAPL", 1, TEN));
          waiting.flush();
        });
    restart(2);
    emitter.flush();
    assertEquals(List.of("AAPL|2026-11-02T10:00:00.000000Z"), ids());
  }

  @Test
  void whatWasTakenIsKnownByItsKeyAndItsAliases() throws Exception {
    emitter.offer(Bench.quote("AAPL", 1, TEN), List.of("story|one"));
    assertTrue(emitter.knows("AAPL") && emitter.knows("story|one"), "while it waits");
    assertEquals(Set.of("story|one"), emitter.known("story|"));
    emitter.flush();
    restart(2);
    assertTrue(emitter.knows("AAPL") && emitter.knows("story|one"), "after a restart");
    assertEquals(Set.of("story|one"), emitter.known("story|"));
    assertFalse(emitter.knows("story|two"));
  }

  @Test
  void aMarkIsKeptOnceWhatWasOfferedBeforeItIsInTheChannel() throws Exception {
    refuse(new IllegalStateException("stopped here"));
    emitter.offer(Bench.quote("AAPL", 1, TEN));
    emitter.mark("bar", "ten");
    assertEquals("ten", emitter.mark("bar").orElseThrow());
    assertThrows(IllegalStateException.class, () -> emitter.flush());
    restart(2);
    assertTrue(emitter.mark("bar").isEmpty(), "its event was not in the channel");
    emitter.mark("bar", "ten");
    emitter.flush();
    restart(2);
    assertEquals("ten", emitter.mark("bar").orElseThrow());
  }

  @Test
  void twoVersionsOfAFactGoInOneSliceAndTheNewerIsRemembered() throws Exception {
    restart(10);
    emitter.offer(Bench.quote("AAPL", 1, TEN));
    emitter.offer(Bench.quote("AAPL", 2, ELEVEN));
    emitter.flush();
    assertEquals(1, taken.size());
    restart(10);
    send("AAPL", 2, ELEVEN);
    assertEquals(1, taken.size(), "unchanged");
    send("AAPL", 1, ELEVEN);
    assertEquals(2, taken.size(), "as it was before, after another");
  }

  @Test
  void aSliceThatAStopCutsOffKeepsItsMark() throws Exception {
    refuse(new IllegalStateException("stopped here"));
    emitter.mark("bar", "ten");
    emitter.offer(Bench.quote("AAPL", 1, TEN));
    assertThrows(IllegalStateException.class, () -> emitter.flush());
    restart(2);
    assertTrue(emitter.mark("bar").isEmpty(), "its event is not in the channel");
    emitter.flush();
    assertEquals("ten", emitter.mark("bar").orElseThrow());
    assertEquals(1, taken.size());
  }

  @Test
  void whatNoProviderBringsUpAnyMoreIsForgotten() throws Exception {
    send("AAPL", 1, TEN);
    send("MSFT", 1, TEN);
    time.pass(Duration.ofDays(31));
    send("MSFT", 1, TEN);
    emitter.complete(time.instant(), Duration.ofDays(30));
    restart(2);
    assertFalse(emitter.knows("AAPL"));
    assertTrue(emitter.knows("MSFT"));
  }

  private void restart(int batchSize) throws IOException {
    if (state != null) {
      state.close();
    }
    state = SourceState.open(folder);
    emitter = new Emitter(this::take, state, batchSize, time.timing());
  }

  private byte[] savedCursor(String symbol) throws Exception {
    send(symbol, 1, TEN);
    return Files.readAllBytes(folder.resolve("cursor.log"));
  }

  private void send(String symbol, double price, Instant now) throws Exception {
    emitter.offer(Bench.quote(symbol, price, now));
    emitter.flush();
  }

  private void take(List<Event> events) {
    if (!refusals.isEmpty()) {
      throw refusals.remove(0);
    }
    taken.add(List.copyOf(events));
  }

  private void refuse(RuntimeException refusal) {
    refusals.add(refusal);
  }

  /** A folder in the place of the draft, which nobody can write to as a file, root neither. */
  private void obstruct(String file) throws IOException {
    Files.createDirectory(folder.resolve("." + file + ".tmp"));
  }

  private void free(String file) throws IOException {
    Files.delete(folder.resolve("." + file + ".tmp"));
  }

  /** A folder in the place of the log. */
  private void obstructLog() throws IOException {
    Files.move(folder.resolve("cursor.log"), folder.resolve("aside"));
    Files.createDirectory(folder.resolve("cursor.log"));
  }

  private void freeLog() throws IOException {
    Files.delete(folder.resolve("cursor.log"));
    Files.move(folder.resolve("aside"), folder.resolve("cursor.log"));
  }

  private List<String> ids() throws Exception {
    return Bench.ids(taken.stream().flatMap(List::stream).toList());
  }

  private static String mark(Event event) {
    return event.getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE);
  }
}
