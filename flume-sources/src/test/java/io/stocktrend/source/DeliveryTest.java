package io.stocktrend.source;

import static io.stocktrend.source.EmitterRig.ELEVEN;
import static io.stocktrend.source.EmitterRig.TEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.EventHeaders;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flume.ChannelException;
import org.apache.flume.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what was taken gets into the channel, whatever is in the way. */
class DeliveryTest {
  @TempDir Path folder;
  private EmitterRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new EmitterRig(folder);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void eventsGoInSlicesOfTheBatchSize() throws Exception {
    for (String symbol : List.of("A", "B", "C", "D", "E")) {
      rig.offer(symbol, 1, TEN);
    }
    rig.emitter().flush();
    assertEquals(List.of(2, 2, 1), rig.taken().stream().map(List::size).toList());
    assertNull(rig.taken().get(0).get(0).getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE));
  }

  @Test
  void theSliceIsWrittenDownBeforeThePutAndTheCursorMovesAfterIt() throws Exception {
    rig.refuse(new IllegalStateException("an interceptor's mistake"));
    assertThrows(IllegalStateException.class, () -> rig.send("AAPL", 1, TEN));
    try (SourceState seen = SourceState.open(folder)) {
      assertEquals(1, seen.loadSlice().orElseThrow().sequence());
      assertEquals(0, seen.loadCursor().sequence());
      rig.emitter().flush();
      assertEquals(1, seen.loadCursor().sequence());
    }
  }

  @Test
  void aFullChannelIsWaitedForAndTheRepetitionIsMarked() throws Exception {
    for (int i = 0; i < 8; i++) {
      rig.refuse(new ChannelException("full"));
    }
    rig.send("AAPL", 1, TEN);
    assertEquals(
        Stream.of(1, 2, 4, 8, 16, 30, 30, 30).map(Duration::ofSeconds).toList(),
        rig.time().waits());
    assertEquals(1, rig.taken().size());
    assertEquals("true", mark(rig.taken().get(0).get(0)));
    rig.send("AAPL", 2, ELEVEN);
    assertNull(mark(rig.taken().get(1).get(0)), "the next one is none");
  }

  @Test
  void whateverFailsAPutTheSameSliceComesAgainMarked() throws Exception {
    rig.refuse(new IllegalStateException("an interceptor's mistake"));
    assertThrows(IllegalStateException.class, () -> rig.send("AAPL", 1, TEN));
    rig.emitter().flush();
    assertEquals(List.of("AAPL|2026-11-02T10:00:00.000000Z"), rig.ids());
    assertEquals("true", mark(rig.taken().get(0).get(0)));
    rig.emitter().flush();
    rig.send("AAPL", 1, ELEVEN);
    assertEquals(1, rig.taken().size());
  }

  @Test
  void afterAStopBeforeThePutTheVerySameEventsComeMarked() throws Exception {
    rig.refuse(new IllegalStateException("stopped here"));
    rig.offer("A", 1, TEN);
    assertThrows(IllegalStateException.class, () -> rig.offer("B", 1, TEN));
    rig.restart(2);
    rig.emitter().flush();
    assertEquals(
        List.of("A|2026-11-02T10:00:00.000000Z", "B|2026-11-02T10:00:00.000000Z"), rig.ids());
    assertEquals("true", mark(rig.taken().get(0).get(1)));
    assertEquals(
        Long.toString(TEN.toEpochMilli()), rig.taken().get(0).get(0).getHeaders().get("timestamp"));
  }

  @Test
  void aStopBetweenPutAndCursorRepeatsTheSliceMarked() throws Exception {
    byte[] before = savedCursor("A");
    rig.send("AAPL", 1, TEN);
    byte[] body = rig.taken().get(1).get(0).getBody();
    Files.write(folder.resolve("cursor.log"), before);
    rig.restart(2);
    rig.emitter().flush();
    assertArrayEquals(body, rig.taken().get(2).get(0).getBody());
    assertEquals("true", mark(rig.taken().get(2).get(0)));
    rig.restart(2);
    rig.emitter().flush();
    assertEquals(3, rig.taken().size(), "once is enough");
  }

  @Test
  void aSliceOfALargerBatchSizeIsPutInBatchesOfTheNewOne() throws Exception {
    rig.restart(5);
    rig.refuse(new IllegalStateException("stopped here"));
    for (String symbol : List.of("A", "B", "C", "D")) {
      rig.offer(symbol, 1, TEN);
    }
    assertThrows(IllegalStateException.class, () -> rig.offer("E", 1, TEN));
    rig.restart(2);
    rig.emitter().flush();
    assertEquals(List.of(2, 2, 1), rig.taken().stream().map(List::size).toList());
  }

  @Test
  void nothingIsLostWhileTheStateCannotBeWritten() throws Exception {
    rig.send("A", 1, TEN);
    obstruct("slice.json");
    assertThrows(IOException.class, () -> rig.send("B", 1, TEN));
    assertThrows(IOException.class, () -> rig.emitter().flush());
    assertEquals(1, rig.taken().size(), "what is not written down is not put");
    free("slice.json");
    obstructLog();
    assertThrows(IOException.class, () -> rig.emitter().flush());
    assertEquals(2, rig.taken().size(), "put, but the cursor stands still");
    assertThrows(IOException.class, () -> rig.send("C", 1, TEN));
    assertEquals(2, rig.taken().size(), "no slice before the cursor stands behind the last");
    freeLog();
    rig.emitter().flush();
    assertEquals(
        List.of(
            "A|2026-11-02T10:00:00.000000Z",
            "B|2026-11-02T10:00:00.000000Z",
            "C|2026-11-02T10:00:00.000000Z"),
        rig.ids());
  }

  @Test
  void anInterruptWhileTheChannelIsFullLosesNothing() throws Exception {
    rig.refuse(new ChannelException("full"));
    Emitter waiting =
        new Emitter(
            rig::take,
            rig.state(),
            2,
            new Timing(
                rig.time(),
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
    rig.restart(2);
    rig.emitter().flush();
    assertEquals(List.of("AAPL|2026-11-02T10:00:00.000000Z"), rig.ids());
  }

  private byte[] savedCursor(String symbol) throws Exception {
    rig.send(symbol, 1, TEN);
    return Files.readAllBytes(folder.resolve("cursor.log"));
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

  private static String mark(Event event) {
    return event.getHeaders().get(EventHeaders.POSSIBLE_DUPLICATE);
  }
}
