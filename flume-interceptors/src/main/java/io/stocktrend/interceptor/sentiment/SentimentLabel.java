package io.stocktrend.interceptor.sentiment;

/** What a text means for the share that it is about. */
public enum SentimentLabel {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
