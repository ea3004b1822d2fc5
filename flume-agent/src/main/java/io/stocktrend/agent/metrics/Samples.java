package io.stocktrend.agent.metrics;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes samples of the counters that Flume and this project show over JMX: ours under the names of
 * {@link Metric}, Flume's as {@code flume_<type>_<counter>} with the component as label.
 */
final class Samples {
  private static final double MILLIS = 1000;
  // Flume gives the largest number there is for the filling of a channel that has no capacity yet.
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "AnsweredCount", "answered",
          "AuthenticationCount", "authentication",
          "RateLimitCount", "rate_limit",
          "QuotaCount", "quota",
          "UnavailableCount", "unavailable",
          "MalformedCount", "malformed",
          "NotFoundCount", "not_found",
          "NotAskedCount", "not_asked");
  private static final Map<String, String> ROUNDS =
      Map.of(
          "RoundCompleteCount", "complete",
          "RoundIncompleteCount", "incomplete",
          "RoundRefusedCount", "refused",
          "RoundFailedCount", "failed");

  /** Counters of ours that stand in beans of Flume's. */
  private static final Set<String> OURS =
      Set.of(
          "RowsEmittedCount",
          "RowsUnchangedCount",
          "LastSuccessTime",
          "NextRunTime",
          "ThreadAlive",
          "EventByteCount",
          "BatchMillis",
          "EventQuarantineCount",
          "QuarantineDepth",
          "ConsecutiveFailures");

  private final Clock clock;
  private final List<Sample> samples = new ArrayList<>();

  private Samples(Clock clock) {
    this.clock = clock;
  }

  /**
   * The samples of these beans.
   *
   * @param beans counters by name, by {@code TYPE.component}
   */
  static List<Sample> of(Map<String, Map<String, String>> beans, Clock clock) {
    Samples made = new Samples(clock);
    new TreeMap<>(beans).forEach(made::bean);
    return made.samples;
  }

  private void bean(String name, Map<String, String> values) {
    String type = values.getOrDefault("Type", "");
    String component = name.substring(name.indexOf('.') + 1);
    if (type.equals("PROVIDER")) {
      provider(values);
      return;
    }
    if (values.containsKey("RowsEmittedCount")) {
      source(component, values);
    } else if (values.containsKey("BatchMillis")) {
      sink(component, values);
    }
    new TreeMap<>(values).forEach((counter, value) -> flume(type, component, counter, value));
  }

  private void flume(String type, String component, String counter, String value) {
    boolean isOurs = OURS.contains(counter) || ROUNDS.containsKey(counter);
    if (type.isEmpty() || isOurs || !NUMBER.matcher(value).matches()) {
      return;
    }
    double number = Double.parseDouble(value);
    if (number < Double.MAX_VALUE) {
      String metric = "flume_" + type.toLowerCase(Locale.ROOT) + "_" + snake(counter);
      samples.add(new Sample(metric, Map.of("component", component), number));
    }
  }

  private static String snake(String counter) {
    return counter
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9_]", "_")
        .toLowerCase(Locale.ROOT);
  }

  private void source(String source, Map<String, String> values) {
    Map<String, String> labels = Map.of("source", source);
    add(Metric.ROWS_EMITTED_TOTAL, labels, number(values, "RowsEmittedCount"));
    add(Metric.ROWS_UNCHANGED_TOTAL, labels, number(values, "RowsUnchangedCount"));
    ROUNDS.forEach(
        (counter, outcome) ->
            add(
                Metric.ROUNDS_TOTAL,
                Map.of("source", source, "outcome", outcome),
                number(values, counter)));
    double success = number(values, "LastSuccessTime");
    if (success > 0) {
      add(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS, labels, success / MILLIS);
      add(Metric.FRESHNESS_SECONDS, labels, (clock.millis() - success) / MILLIS);
    }
    add(Metric.NEXT_RUN_TIMESTAMP_SECONDS, labels, number(values, "NextRunTime") / MILLIS);
    add(Metric.SOURCE_THREAD_ALIVE, labels, number(values, "ThreadAlive"));
  }

  private void provider(Map<String, String> values) {
    String source = values.get("Source");
    String provider = values.get("Provider");
    Map<String, String> labels = Map.of("source", source, "provider", provider);
    OUTCOMES.forEach(
        (counter, outcome) ->
            add(
                Metric.REQUESTS_TOTAL,
                Map.of("source", source, "provider", provider, "outcome", outcome),
                number(values, counter)));
    add(Metric.REQUEST_SECONDS_SUM, labels, number(values, "RequestMillis") / MILLIS);
    add(Metric.RETRIES_TOTAL, labels, number(values, "RetryCount"));
    add(Metric.LIMIT_WAIT_SECONDS_TOTAL, labels, number(values, "LimitWaitMillis") / MILLIS);
    add(Metric.BREAKER_OPEN, labels, number(values, "LeftAlone"));
    if (number(values, "QuotaLeft") >= 0) {
      add(Metric.QUOTA_LEFT, labels, number(values, "QuotaLeft"));
    }
  }

  private void sink(String sink, Map<String, String> values) {
    Map<String, String> labels = Map.of("sink", sink);
    double batches = number(values, "BatchCompleteCount") + number(values, "BatchUnderflowCount");
    add(Metric.SINK_BATCHES_TOTAL, labels, batches);
    add(Metric.SINK_ROWS_TOTAL, labels, number(values, "EventDrainSuccessCount"));
    add(Metric.SINK_BYTES_TOTAL, labels, number(values, "EventByteCount"));
    add(Metric.SINK_COMMIT_SECONDS_SUM, labels, number(values, "BatchMillis") / MILLIS);
    add(Metric.SINK_QUARANTINED_TOTAL, labels, number(values, "EventQuarantineCount"));
    add(Metric.SINK_CONSECUTIVE_FAILURES, labels, number(values, "ConsecutiveFailures"));
    if (number(values, "QuarantineDepth") >= 0) {
      add(Metric.QUARANTINE_DEPTH, labels, number(values, "QuarantineDepth"));
    }
  }

  private void add(Metric metric, Map<String, String> labels, double value) {
    samples.add(new Sample(metric.text(), labels, value));
  }

  private static double number(Map<String, String> values, String counter) {
    return Double.parseDouble(values.getOrDefault(counter, "0"));
  }
}
