package io.stocktrend.sink.batch;

import io.stocktrend.sink.quarantine.QuarantineDepth;
import io.stocktrend.sink.quarantine.QuarantineFullException;
import io.stocktrend.sink.quarantine.QuarantineStore;
import java.io.IOException;
import java.time.Duration;
import org.apache.flume.instrumentation.SinkCounter;

/** The figures of one sink, visible over JMX and every Flume monitoring type. */
final class BatchSinkCounter extends SinkCounter implements BatchSinkCounterMBean {
  private static final String QUARANTINED = "sink.event.quarantine";
  private static final String KNOWN = "sink.event.known";
  private static final String BYTES = "sink.event.bytes";
  private static final String MILLIS = "sink.batch.millis";
  private static final long UNKNOWN = -1;
  private static final String FAILURES = "sink.failures.consecutive";
  private static final String FULL = "sink.quarantine.full";

  private final QuarantineStore quarantine;
  private final QuarantineDepth depth;

  BatchSinkCounter(String name, QuarantineStore quarantine) {
    super(name, new String[] {QUARANTINED, KNOWN, FAILURES, FULL, BYTES, MILLIS});
    this.quarantine = quarantine;
    this.depth = quarantine.depth();
  }

  @Override
  public long getEventByteCount() {
    return get(BYTES);
  }

  @Override
  public long getBatchMillis() {
    return get(MILLIS);
  }

  @Override
  public long getQuarantineDepth() {
    try {
      return depth.count();
    } catch (IOException e) {
      return UNKNOWN;
    }
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
      return UNKNOWN;
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

  /** Counts what a batch that has been committed has moved, and in which time. */
  void moved(long bytes, Duration time) {
    addAndGet(BYTES, bytes);
    addAndGet(MILLIS, time.toMillis());
  }

  void failed(Throwable failure) {
    incrementEventWriteOrChannelFail(failure);
    increment(FAILURES);
    if (failure instanceof QuarantineFullException) {
      increment(FULL);
    }
  }
}
