package io.stocktrend.interceptor.sentiment;

import java.nio.file.Path;

/**
 * Scores texts; found by name through {@link java.util.ServiceLoader}, so an engine needs a public
 * constructor without parameters. Safe for use by several threads; the same text always gets the
 * same sentiment.
 */
public interface SentimentEngine {
  /** The name that the key {@code engine} gives, e.g. {@code finance-lexicon}. */
  String name();

  /** Changes whenever the same text may get another score. */
  String version();

  /** The sentiment of a headline or another short text; a blank one is neutral. */
  Sentiment score(String text);

  /**
   * The same engine with the terms of a file of the user added to its own.
   *
   * @throws IllegalArgumentException if the file is not what this engine reads; the message says
   *     what is
   */
  default SentimentEngine with(Path lexicon) {
    throw new IllegalArgumentException("no file at all: the engine " + name() + " reads none");
  }
}
