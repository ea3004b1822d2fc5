package io.stocktrend.agent;

/** The figures of a source, as far as a status needs them. */
public interface FigureMBean {
  String getType();

  long getThreadAlive();

  long getNextRunTime();
}
