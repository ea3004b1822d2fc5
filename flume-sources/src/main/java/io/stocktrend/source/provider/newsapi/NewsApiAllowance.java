package io.stocktrend.source.provider.newsapi;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How many requests a round may cost, so that the day's are spread over the day: its part of the
 * whole day's, and no more than its part of what is left of this one. Fractions are kept for the
 * next round.
 */
final class NewsApiAllowance {
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /**
   * The free plan has half of a day's requests for any 12 hours, and as rounds take a moment, 13
   * hourly ones fall into 12 hours.
   */
  private static final double SPREAD = 12 / 13.0;

  private final ProviderAccess access;
  private double kept;

  NewsApiAllowance(ProviderAccess access) {
    this.access = access;
  }

  /** Requests that this part of a day is worth; unlimited where the day is. */
  long requests(double partOfDay) throws ProviderException, InterruptedException {
    OptionalInt left = access.http().leftToday();
    if (left.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (partOfDay <= 0) {
      return 0;
    }
    if (left.getAsInt() == 0) {
      // It will be refused, which says that the day is spent.
      return 1;
    }
    int perDay = access.urls().settings(NewsApiAnswers.PROVIDER).requestsPerDay();
    Instant now = access.clock().instant();
    double restOfDay = Duration.between(now, access.http().nextDay()).toSeconds() / DAY_SECONDS;
    double evenly = perDay * SPREAD * partOfDay;
    double ofTheRest = left.getAsInt() * Math.min(1, partOfDay / restOfDay);
    double worth = kept + Math.min(evenly, ofTheRest);
    long whole = (long) worth;
    kept = worth - whole;
    return whole;
  }
}
