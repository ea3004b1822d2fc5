package io.stocktrend.sink.batch;

import io.stocktrend.sink.quarantine.QuarantineFullException;
import io.stocktrend.sink.quarantine.QuarantineStore;
import java.io.IOException;
import org.apache.flume.instrumentation.SinkCounter;

/** The figures of one sink, visible over JMX and every Flume monitoring type. */
final class BatchSinkCounter extends SinkCounter implements BatchSinkCounterMBean {
  private static final String QUARANTINED = "sink.event.quarantine";
  private static final String KNOWN = "sink.event.known";
  private static final String FAILURES = "sink.failures.consecutive";
  private static final String FULL = "sink.quarantine.full";

  private final QuarantineStore quarantine;

  BatchSinkCounter(String name, QuarantineStore quarantine) {
    super(name, new String[] {QUARANTINED, KNOWN, FAILURES, FULL});
    this.quarantine = quarantine;
  }

  @Override
  public long getEventQuarantineCount() {
    return get(QUARANTINED);
  }

  @Override
  public long getEventKnownCount() {
    return get(KNOWN);
  }

  @Override
  public long getConsecutiveFailures() {
    return get(FAILURES);
  }

  @Override
  public long getQuarantineBytes() {
    try {
      return quarantine.bytes();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public long getQuarantineMaxBytes() {
    return quarantine.maxBytes();
  }

  @Override
  public long getQuarantineFullCount() {
    return get(FULL);
  }

  /** Counts a batch that has been committed. */
  void delivered(int events, int full, BatchResult result) {
    addToEventDrainSuccessCount(events);
    addAndGet(QUARANTINED, result.refused().size());
    addAndGet(KNOWN, result.known());
    set(FAILURES, 0);
    if (events == full) {
      incrementBatchCompleteCount();
    } else {
      incrementBatchUnderflowCount();
    }
  }

  void failed(Throwable failure) {
    incrementEventWriteOrChannelFail(failure);
    increment(FAILURES);
    if (failure instanceof QuarantineFullException) {
      increment(FULL);
    }
  }
}
