package io.stocktrend.source;

import io.stocktrend.record.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which quotes are answers: with a price and a time that is neither in the future nor before that
 * of the last one of the symbol. Readers take what was known last for the newest, so an older quote
 * must not follow a newer one.
 */
final class QuoteOrder {
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(2);

  private final Map<String, Instant> lastTimes = new HashMap<>();

  /** Why that quote is no answer at that time; null if it is one. */
  String fault(Quote.Builder quote, Instant now) {
    if (quote.getClose() == null) {
      return "it has no price";
    }
    if (!quote.hasEventTime()) {
      return "it has no time";
    }
    Instant time = quote.getEventTime();
    if (time.isAfter(now.plus(CLOCK_ERROR))) {
      return "its time " + time + " is in the future";
    }
    Instant last = lastTimes.getOrDefault(quote.getSymbol(), time);
    return time.isBefore(last) ? "its time " + time + " is before that of the last one" : null;
  }

  /** From now on that quote is the last one of its symbol. */
  void took(Quote quote) {
    lastTimes.put(quote.getSymbol(), quote.getEventTime());
  }
}
