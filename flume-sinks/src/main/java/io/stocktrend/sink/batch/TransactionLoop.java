package io.stocktrend.sink.batch;

import io.stocktrend.record.FaultPoint;
import io.stocktrend.sink.quarantine.QuarantineStore;
import java.io.IOException;
import java.time.Duration;
import org.apache.flume.Channel;
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
    try (Intake batch = new Intake(name, writer, reader)) {
      taker.take(channel, batch);
      long taken = System.nanoTime();
      counter.addToEventDrainAttemptCount(batch.events());
      BatchResult result = batch.finish(quarantine);
      FaultPoint.reach("sink.before-commit");
      commit(transaction);
      FaultPoint.reach("sink.committed");
      return delivered(batch, result, Duration.ofNanos(System.nanoTime() - taken));
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

  private Status delivered(Intake batch, BatchResult result, Duration time) {
    if (batch.events() == 0) {
      counter.incrementBatchEmptyCount();
      return Status.BACKOFF;
    }
    writer.committed();
    counter.delivered(batch.events(), limits.size(), result);
    counter.moved(batch.bytes(), time);
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
