package io.stocktrend.source.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was asked of one provider since the start, and what came of it. Safe for use by several
 * threads.
 */
public final class Activity {
  /** The outcome of a request whose answer was usable; the others are the kinds of failure. */
  public static final String ANSWERED = "answered";

  /** The outcome of a request that was not sent, because of a limit, a spent day or an outage. */
  public static final String NOT_ASKED = "not_asked";

  private final Map<String, LongAdder> outcomes = new TreeMap<>();
  private final LongAdder requestMillis = new LongAdder();
  private final LongAdder waitMillis = new LongAdder();
  private final LongAdder retries = new LongAdder();

  Activity() {
    outcomes.put(ANSWERED, new LongAdder());
    outcomes.put(NOT_ASKED, new LongAdder());
    for (FailureKind kind : FailureKind.values()) {
      outcomes.put(outcome(kind), new LongAdder());
    }
  }

  /** The outcome of a request that failed like that. */
  public static String outcome(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Requests by outcome; every outcome is there. */
  public Map<String, Long> requests() {
    Map<String, Long> requests = new TreeMap<>();
    outcomes.forEach((outcome, count) -> requests.put(outcome, count.sum()));
    return requests;
  }

  /** The time from sending to the end of the answers, summed over all requests that were sent. */
  public Duration requestTime() {
    return Duration.ofMillis(requestMillis.sum());
  }

  /** The time for which requests waited until the limits let them through. */
  public Duration limitWait() {
    return Duration.ofMillis(waitMillis.sum());
  }

  /** Requests that were sent once more after a failure. */
  public long retries() {
    return retries.sum();
  }

  void ended(String outcome, Duration time) {
    outcomes.get(outcome).increment();
    requestMillis.add(Math.max(0, time.toMillis()));
  }

  void waited(Duration time) {
    waitMillis.add(Math.max(0, time.toMillis()));
  }

  void notAsked() {
    outcomes.get(NOT_ASKED).increment();
  }

  void retried() {
    retries.increment();
  }
}
