package io.stocktrend.agent.metrics;

import java.util.Locale;

/** The metrics that this project adds to Flume's own, under the names that Prometheus sees. */
enum Metric {
  ROWS_EMITTED_TOTAL(Type.COUNTER, "Rows that a source put into its channels."),
  ROWS_UNCHANGED_TOTAL(Type.COUNTER, "Rows that had been emitted with the same values."),
  ROUNDS_TOTAL(Type.COUNTER, "Attempts at rounds of a source by outcome."),
  LAST_SUCCESS_TIMESTAMP_SECONDS(
      Type.GAUGE, "Start of the last complete round in seconds since 1970; absent before one."),
  FRESHNESS_SECONDS(Type.GAUGE, "Time since the start of the last complete round."),
  NEXT_RUN_TIMESTAMP_SECONDS(Type.GAUGE, "When a source is due next, in seconds since 1970."),
  SOURCE_THREAD_ALIVE(Type.GAUGE, "1 while the thread that runs a source is alive."),
  REQUESTS_TOTAL(Type.COUNTER, "Requests of a source to a provider by outcome."),
  REQUEST_SECONDS_SUM(Type.COUNTER, "Time from sending requests to the end of their answers."),
  RETRIES_TOTAL(Type.COUNTER, "Requests that were sent once more after a failure."),
  LIMIT_WAIT_SECONDS_TOTAL(Type.COUNTER, "Time for which requests waited for the limits."),
  QUOTA_LEFT(Type.GAUGE, "Requests that a limit of 24 hours leaves; absent without one."),
  BREAKER_OPEN(Type.GAUGE, "1 while a provider is left alone because it failed repeatedly."),
  SINK_BATCHES_TOTAL(Type.COUNTER, "Batches that a sink has committed."),
  SINK_ROWS_TOTAL(Type.COUNTER, "Rows of these batches."),
  SINK_BYTES_TOTAL(Type.COUNTER, "Bytes of the event bodies of these batches."),
  SINK_COMMIT_SECONDS_SUM(Type.COUNTER, "Time from the last event of a batch to its commit."),
  SINK_QUARANTINED_TOTAL(Type.COUNTER, "Events that a sink set aside."),
  SINK_CONSECUTIVE_FAILURES(Type.GAUGE, "Transactions of a sink that failed in a row up to now."),
  QUARANTINE_DEPTH(Type.GAUGE, "Events of a sink that lie in quarantine now.");

  private final Type type;
  private final String help;

  /** What Prometheus may do with the values. */
  enum Type {
    COUNTER,
    GAUGE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Metric(Type type, String help) {
    this.type = type;
    this.help = help;
  }

  /** The name, e.g. {@code stocktrend_rows_emitted_total}. */
  String text() {
    return "stocktrend_" + name().toLowerCase(Locale.ROOT);
  }

  Type type() {
    return type;
  }

  String help() {
    return help;
  }
}
