package io.stocktrend.source.provider;

import io.stocktrend.record.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the stories of one answer, and why its other items are none: a story has a headline and a
 * time of publication, neither in the future nor the zero of a clock.
 */
public final class ArticleReading {
  // Two machines' clocks differ; more than that is a wrong time.
  private static final long CLOCK_ERROR_SECONDS = 120;

  // Before there were such pages: the zero of some clock, in the place of a time that is not known.
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private final String provider;
  private final Instant latest;
  private final List<Article.Builder> stories = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  public ArticleReading(String provider, Instant now) {
    this.provider = provider;
    this.latest = now.plusSeconds(CLOCK_ERROR_SECONDS);
  }

  /** A story of that headline and publication, which must be without fault. */
  public Article.Builder story(String headline, Instant published) {
    return Article.newBuilder().setProvider(provider).setHeadline(headline).setEventTime(published);
  }

  /** Why an item of that headline and publication is no story; null if it is one. */
  public String fault(String headline, Instant published) {
    if (headline == null) {
      return "no headline";
    }
    if (published == null || published.isBefore(EARLIEST)) {
      return "no time of publication";
    }
    return published.isAfter(latest) ? "published in the future" : null;
  }

  /** Keeps a story. */
  public void add(Article.Builder story) {
    stories.add(story);
  }

  /** Counts an item that is no story. */
  public void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  /** Whether there was no story at all. */
  public boolean isEmpty() {
    return stories.isEmpty();
  }

  /** What was gathered, complete within that span. */
  public Articles complete(Instant from, Instant until) {
    return new Articles(stories, from, until, leftOut);
  }
}
