package io.stocktrend.source.provider.newsapi;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How many requests a round may cost, so that the day's are spread over the day: its part of the
 * whole day's, and no more than its part of what is left of this one. The free plan's day is any 24
 * hours and half of it any 12, which an even spread keeps as well.
 */
final class NewsApiAllowance {
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private final ProviderAccess access;

  NewsApiAllowance(ProviderAccess access) {
    this.access = access;
  }

  /** Requests that part of a day is worth; at least one while any is left and any is due. */
  long requests(double partOfDay) throws ProviderException, InterruptedException {
    int perDay = access.urls().settings(NewsApiAnswers.PROVIDER).requestsPerDay();
    OptionalInt left = access.http().leftToday();
    if (left.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (partOfDay <= 0) {
      return 0;
    }
    Instant now = access.clock().instant();
    double restOfDay = Duration.between(now, access.http().nextDay()).toSeconds() / DAY_SECONDS;
    double evenly = perDay * partOfDay;
    double ofTheRest = left.getAsInt() * Math.min(1, partOfDay / restOfDay);
    return Math.max(1, (long) Math.min(evenly, ofTheRest));
  }
}
