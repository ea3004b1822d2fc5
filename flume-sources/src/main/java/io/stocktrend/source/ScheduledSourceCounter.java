package io.stocktrend.source;

import io.stocktrend.source.state.Run.Outcome;
import java.time.Instant;
import org.apache.flume.instrumentation.SourceCounter;

/** The figures of one source, visible over JMX and every Flume monitoring type. */
final class ScheduledSourceCounter extends SourceCounter implements ScheduledSourceCounterMBean {
  private static final String EMITTED = "src.rows.emitted";
  private static final String UNCHANGED = "src.rows.unchanged";
  private static final String COMPLETE = "src.round.complete";
  private static final String INCOMPLETE = "src.round.incomplete";
  private static final String REFUSED = "src.round.refused";
  private static final String FAILED = "src.round.failed";

  private volatile Instant lastSuccess = Instant.EPOCH;
  private volatile Instant nextRun = Instant.EPOCH;
  private volatile Thread thread;

  ScheduledSourceCounter(String name) {
    super(name, new String[] {EMITTED, UNCHANGED, COMPLETE, INCOMPLETE, REFUSED, FAILED});
  }

  /** The calling thread is the one that runs the source. */
  void isRunByThisThread() {
    thread = Thread.currentThread();
  }

  /** The source knows when it succeeded last and when it is due next. */
  void planned(Instant success, Instant next) {
    lastSuccess = success;
    nextRun = next;
  }

  /** So many rows were emitted; each is an event that the channel took. */
  void emitted(long rows) {
    addToEventReceivedCount(rows);
    addToEventAcceptedCount(rows);
    incrementAppendBatchReceivedCount();
    incrementAppendBatchAcceptedCount();
    addAndGet(EMITTED, rows);
  }

  void unchanged(long rows) {
    addAndGet(UNCHANGED, rows);
  }

  /** An attempt at a round has ended; one that a stop cut off counts for nothing. */
  void ended(Outcome outcome) {
    switch (outcome) {
      case COMPLETE -> increment(COMPLETE);
      case INCOMPLETE -> increment(INCOMPLETE);
      case REFUSED -> increment(REFUSED);
      case FAILED -> {
        increment(FAILED);
        incrementEventReadFail();
      }
      case STOPPED -> {}
    }
  }

  @Override
  public long getRowsEmittedCount() {
    return get(EMITTED);
  }

  @Override
  public long getRowsUnchangedCount() {
    return get(UNCHANGED);
  }

  @Override
  public long getRoundCompleteCount() {
    return get(COMPLETE);
  }

  @Override
  public long getRoundIncompleteCount() {
    return get(INCOMPLETE);
  }

  @Override
  public long getRoundRefusedCount() {
    return get(REFUSED);
  }

  @Override
  public long getRoundFailedCount() {
    return get(FAILED);
  }

  @Override
  public long getLastSuccessTime() {
    return lastSuccess.toEpochMilli();
  }

  @Override
  public long getNextRunTime() {
    return nextRun.toEpochMilli();
  }

  @Override
  public long getThreadAlive() {
    Thread runner = thread;
    return runner != null && runner.isAlive() ? 1 : 0;
  }
}
