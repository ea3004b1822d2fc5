package io.stocktrend.sink.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.LogLines;
import io.stocktrend.sink.Quotes;
import io.stocktrend.sink.Rig;
import io.stocktrend.sink.quarantine.QuarantineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.Transaction;
import org.apache.flume.channel.AbstractChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TransactionLoopTest {
  @TempDir Path base;

  private final FailingWriter writer = new FailingWriter();
  private BatchSinkCounter counter;
  private Rig rig;
  private TransactionLoop loop;

  @BeforeEach
  void open() {
    rig = Rig.inMemory(base).put(Quotes.events(0, 3));
    QuarantineStore quarantine = new QuarantineStore(base, "k1", Clock.systemUTC());
    counter = new BatchSinkCounter("k1", quarantine);
    loop =
        new TransactionLoop(
            "k1",
            new BatchLimits(10, Duration.ZERO),
            new TransactionLoop.Destination(writer, quarantine),
            counter);
  }

  static List<Throwable> failures() {
    return List.of(
        new IOException("No space left on device"),
        new UnsatisfiedLinkError("no native library"),
        new OutOfMemoryError("Java heap space"),
        new IllegalArgumentException("a bug"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anyThrowableRollsBackAndTheNextAttemptDelivers(Throwable failure) {
    writer.next = failure;
    assertEquals(Status.BACKOFF, loop.run(rig.channel()));
    assertEquals(1, counter.getConsecutiveFailures());
    assertEquals(0, counter.getEventDrainSuccessCount());
    assertEquals(Status.READY, loop.run(rig.channel()));
    assertEquals(0, counter.getConsecutiveFailures());
    assertEquals(3, counter.getEventDrainSuccessCount());
    assertEquals(List.of("write 3", "rolled back", "write 3", "committed"), writer.calls);
  }

  @Test
  void aFullDiskIsSaidInOneLineThatTellsWhatToDo() {
    writer.next = new IOException("/data/raw: No space left on device");
    try (LogLines log = new LogLines()) {
      loop.run(rig.channel());
      assertEquals(
          List.of(
              "WARN sink k1 stored nothing and will try again, its events stay in the channel:"
                  + " java.io.IOException: /data/raw: No space left on device: the disk is full:"
                  + " free some space"),
          log.lines());
    }
  }

  @Test
  void anInterruptThatComesWhileWritingDoesNotUndoAWrittenBatch() {
    writer.interrupts = true;
    assertEquals(Status.READY, loop.run(rig.channel()));
    assertTrue(Thread.interrupted());
    assertEquals(List.of("write 3", "committed"), writer.calls);
  }

  @Test
  void whatADeliveredBatchHasMovedIsCounted() {
    loop.run(rig.channel());
    long bytes = Quotes.events(0, 3).stream().mapToLong(event -> event.getBody().length).sum();
    assertEquals(bytes, counter.getEventByteCount());
    assertTrue(counter.getBatchMillis() >= 0);
    loop.run(rig.channel());
    assertEquals(bytes, counter.getEventByteCount(), "an empty batch moves nothing");
  }

  @Test
  void aChannelThatCannotBeReadIsABackOff() {
    assertEquals(Status.BACKOFF, loop.run(new NoChannel()));
    assertEquals(List.of(), writer.calls);
  }

  private static final class FailingWriter implements BatchWriter {
    private final List<String> calls = new ArrayList<>();
    private Throwable next;
    private boolean interrupts;

    @Override
    public void open() {}

    @Override
    public BatchResult write(List<RecordEvent> batch) throws IOException {
      calls.add("write " + batch.size());
      Throwable failure = next;
      next = null;
      if (interrupts) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof IOException e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return new BatchResult(List.of(), 0);
    }

    @Override
    public void committed() {
      calls.add("committed");
    }

    @Override
    public void rolledBack() {
      calls.add("rolled back");
    }

    @Override
    public void close() {}
  }

  private static final class NoChannel extends AbstractChannel {
    @Override
    public void put(Event event) {}

    @Override
    public Event take() {
      return null;
    }

    @Override
    public Transaction getTransaction() {
      throw new IllegalStateException("the channel is not open");
    }
  }
}
