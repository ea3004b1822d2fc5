package io.stocktrend.simulator.newsapi;

import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The free plan: 100 requests in any 24 hours and 50 in any 12, the first 100 results of a search,
 * nothing older than a month, everything a day late.
 */
final class DeveloperPlan {

  static final Duration DELAY = Duration.ofDays(1);

  private static final Duration DAY = Duration.ofHours(24);
  private static final int A_DAY = 100;
  private static final Duration HALF = Duration.ofHours(12);
  private static final int HALF_A_DAY = 50;
  private static final int MOST_RESULTS = 100;
  private static final int OLDEST_DAYS = 30;

  private final Deque<Instant> spent = new ArrayDeque<>();

  /** What the plan does not cover; a refused request is not counted. */
  synchronized Optional<Answer> refusal(Request request) {
    Instant now = request.receivedAt();
    while (!spent.isEmpty() && !spent.peekFirst().isAfter(now.minus(DAY))) {
      spent.removeFirst();
    }
    Instant half = now.minus(HALF);
    long lately = spent.stream().filter(time -> time.isAfter(half)).count();
    if (spent.size() >= A_DAY || lately >= HALF_A_DAY) {
      return Optional.of(NewsApiRefusals.rateLimited());
    }
    spent.addLast(now);
    return tooOld(request, now).or(() -> tooMany(request));
  }

  private static Optional<Answer> tooOld(Request request, Instant now) {
    LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(OLDEST_DAYS);
    return request
        .parameter("from")
        .filter(from -> from.compareTo(earliest.toString()) < 0)
        .map(from -> NewsApiRefusals.tooFarInThePast(earliest, from));
  }

  private static Optional<Answer> tooMany(Request request) {
    int size = Everything.number(request, "pageSize", Everything.DEFAULT_SIZE);
    int last = size * Everything.number(request, "page", 1);
    return last > MOST_RESULTS
        ? Optional.of(NewsApiRefusals.maximumResultsReached(last - size, last))
        : Optional.empty();
  }
}
