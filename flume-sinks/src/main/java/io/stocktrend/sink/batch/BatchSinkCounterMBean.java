package io.stocktrend.sink.batch;

import org.apache.flume.instrumentation.SinkCounterMBean;

/** Flume's figures of a sink, and those that only this project's sinks have. */
public interface BatchSinkCounterMBean extends SinkCounterMBean {
  /** Events set aside in quarantine. */
  long getEventQuarantineCount();

  /** Events that were delivered again and stood in the store already. */
  long getEventKnownCount();

  /** Bytes of the bodies of the events that were delivered. */
  long getEventByteCount();

  /** Milliseconds from the last event of a batch to its commit, summed over all batches. */
  long getBatchMillis();

  /** Events of this sink that lie in quarantine now; -1 if its folder cannot be read. */
  long getQuarantineDepth();

  /** Transactions that failed in a row up to now; 0 when the last one went well. */
  long getConsecutiveFailures();

  /** How large the files of the quarantine folder are together; -1 if they cannot be seen. */
  long getQuarantineBytes();

  /** How large they may be; when they are, what has to be set aside stays in the channel. */
  long getQuarantineMaxBytes();

  /** Transactions that failed because the quarantine was full: above 0 somebody has to look. */
  long getQuarantineFullCount();
}
