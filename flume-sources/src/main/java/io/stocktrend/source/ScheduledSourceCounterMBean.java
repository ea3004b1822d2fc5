package io.stocktrend.source;

import org.apache.flume.instrumentation.SourceCounterMBean;

/** Flume's figures of a source, and those that only this project's sources have. */
public interface ScheduledSourceCounterMBean extends SourceCounterMBean {
  /** Rows that went into the channel. */
  long getRowsEmittedCount();

  /** Rows that were asked for and had been emitted with the same values. */
  long getRowsUnchangedCount();

  /** Rounds that were completed. */
  long getRoundCompleteCount();

  /** Attempts after which some of a round was still to be asked for. */
  long getRoundIncompleteCount();

  /** Rounds that ended with something that every provider refused. */
  long getRoundRefusedCount();

  /** Attempts at a round that a failure of the program or its disk cut off. */
  long getRoundFailedCount();

  /** Start of the last round that was completed, in milliseconds since 1970; 0 if there is none. */
  long getLastSuccessTime();

  /** When the source is due next, in milliseconds since 1970; 0 before its start. */
  long getNextRunTime();

  /** 1 while the thread that runs the source is alive, else 0. */
  long getThreadAlive();
}
