package io.stocktrend.interceptor.sentiment;

import java.util.List;

/** An engine of someone else's: finds everything splendid, and fails on trouble. */
public final class MoodyEngine implements SentimentEngine {
  @Override
  public String name() {
    return "moody";
  }

  @Override
  public String version() {
    return "7";
  }

  @Override
  public Sentiment score(String text) {
    if (text.startsWith("Trouble")) {
      throw new IllegalStateException("not today");
    }
    return new Sentiment(1, SentimentLabel.POSITIVE, List.of());
  }
}
