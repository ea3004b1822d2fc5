package io.stocktrend.interceptor;

/** The figures of one interceptor; an event that a source puts again is counted again. */
public interface InterceptorCounterMBean {
  /** Events that went on as they should. */
  long getEventPassedCount();

  /** Events that were marked for quarantine by validation, or left out by a filter. */
  long getEventRefusedCount();

  /** When counting began, in milliseconds since the epoch. */
  long getStartTime();

  /** When counting ended, in milliseconds since the epoch; 0 while it goes on. */
  long getStopTime();

  /** Flume's kind of component, {@code INTERCEPTOR}. */
  String getType();
}
