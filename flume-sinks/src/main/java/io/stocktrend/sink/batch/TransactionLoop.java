package io.stocktrend.sink.batch;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.quarantine.QuarantineStore;
import io.stocktrend.sink.quarantine.RefusedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Channel;
import org.apache.flume.Event;
import org.apache.flume.Sink.Status;
import org.apache.flume.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one batch from a channel into a store, in one transaction: the channel forgets an event
 * only when the store or the quarantine holds it durably. It never throws: Flume's runner would log
 * a stack and, after an interrupt, sleep on for five seconds.
 */
final class TransactionLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionLoop.class);

  private final String name;
  private final BatchLimits limits;
  private final BatchWriter writer;
  private final QuarantineStore quarantine;
  private final BatchSinkCounter counter;
  private final EventTaker taker;
  private final EventReader reader = new EventReader();

  TransactionLoop(
      String name, BatchLimits limits, Destination destination, BatchSinkCounter counter) {
    this.name = name;
    this.limits = limits;
    this.writer = destination.writer();
    this.quarantine = destination.quarantine();
    this.counter = counter;
    this.taker = new EventTaker(limits);
  }

  /** Delivers the next batch, if there is one. */
  Status run(Channel channel) {
    try {
      return transact(channel);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Status.BACKOFF;
    } catch (Throwable e) {
      report(e);
      return Status.BACKOFF;
    }
  }

  private Status transact(Channel channel) throws IOException, InterruptedException {
    Transaction transaction = channel.getTransaction();
    transaction.begin();
    try {
      List<Event> events = taker.take(channel);
      long taken = System.nanoTime();
      BatchResult result = store(events);
      FaultPoint.reach("sink.before-commit");
      commit(transaction);
      FaultPoint.reach("sink.committed");
      return delivered(events, result, Duration.ofNanos(System.nanoTime() - taken));
    } catch (Throwable e) {
      boolean interrupted = rollBack(transaction, e);
      if (interrupted) {
        throw (InterruptedException) new InterruptedException("stopped: " + e).initCause(e);
      }
      throw e;
    } finally {
      transaction.close();
    }
  }

  private BatchResult store(List<Event> events) throws IOException {
    List<RefusedEvent> refused = new ArrayList<>();
    if (events.isEmpty()) {
      return new BatchResult(refused, 0);
    }
    counter.addToEventDrainAttemptCount(events.size());
    BatchResult written = writer.write(reader.read(events, refused));
    refused.addAll(written.refused());
    quarantine.store(refused);
    return new BatchResult(refused, written.known());
  }

  /**
   * The batch is durable: an interrupt that came meanwhile waits for the commit, which a file
   * channel could not make in an interrupted thread.
   */
  private static void commit(Transaction transaction) {
    boolean interrupted = Thread.interrupted();
    try {
      transaction.commit();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Gives the events back to the channel; whether an interrupt was what stopped the batch. */
  private boolean rollBack(Transaction transaction, Throwable failure) {
    boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
    writer.rolledBack();
    return interrupted;
  }

  private static long bytes(List<Event> events) {
    return events.stream().mapToLong(event -> event.getBody().length).sum();
  }

  private Status delivered(List<Event> events, BatchResult result, Duration time) {
    if (events.isEmpty()) {
      counter.incrementBatchEmptyCount();
      return Status.BACKOFF;
    }
    writer.committed();
    counter.delivered(events.size(), limits.size(), result);
    counter.moved(bytes(events), time);
    return Status.READY;
  }

  private void report(Throwable failure) {
    counter.failed(failure);
    String line = "sink {} stored nothing and will try again, its events stay in the channel: {}";
    if (failure instanceof IOException) {
      LOG.warn(line, name, FailureText.of(failure));
    } else {
      LOG.warn(line, name, FailureText.of(failure), failure);
    }
  }

  /** Where events go: into the store, or aside. */
  record Destination(BatchWriter writer, QuarantineStore quarantine) {}
}
