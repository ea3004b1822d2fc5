package io.stocktrend.source;

import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.Run.Asked;
import io.stocktrend.source.state.Run.Outcome;
import io.stocktrend.source.state.Run.Rows;
import io.stocktrend.source.state.Run.Times;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of each round, after every attempt at it: what the round has cost and
 * brought since it began.
 */
final class RoundJournal {
  private static final Logger LOG = LoggerFactory.getLogger(RoundJournal.class);

  private final RunLog log;
  private final Feed feed;
  private final Emitter emitter;
  private final Map<String, Map<String, Long>> requestsBefore = new TreeMap<>();
  private long emittedBefore;
  private long unchangedBefore;
  private Instant due;
  private Instant start;

  RoundJournal(RunLog log, Feed feed, Emitter emitter) {
    this.log = log;
    this.feed = feed;
    this.emitter = emitter;
  }

  /** A round begins that was due at that time. */
  void begin(Instant roundDue, Instant roundStart) {
    due = roundDue;
    start = roundStart;
    emittedBefore = emitter.emitted();
    unchangedBefore = emitter.unchanged();
    feed.clients()
        .forEach((name, client) -> requestsBefore.put(name, client.activity().requests()));
  }

  /** An attempt has ended; a log that cannot be written costs the round nothing. */
  void end(Outcome outcome, Instant end, Instant next) {
    if (due == null) {
      return;
    }
    // A stop interrupts this thread, and the log would take that for a failure.
    boolean isInterrupted = Thread.interrupted();
    try {
      log.append(run(outcome, new Times(due, start, end, next)));
    } catch (IOException e) {
      LOG.warn("The run log lacks the round of {}: {}", due, e.toString());
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (outcome == Outcome.COMPLETE || outcome == Outcome.REFUSED) {
      due = null;
    }
  }

  private Run run(Outcome outcome, Times times) {
    Rows rows = new Rows(emitter.emitted() - emittedBefore, emitter.unchanged() - unchangedBefore);
    Map<String, Asked> providers = new TreeMap<>();
    feed.clients().forEach((name, client) -> providers.put(name, asked(name, client)));
    return new Run(times, outcome, rows, providers, feed.failed());
  }

  private Asked asked(String name, ProviderClient client) {
    Map<String, Long> before = requestsBefore.getOrDefault(name, Map.of());
    Map<String, Long> requests = new TreeMap<>(client.activity().requests());
    requests.replaceAll((outcome, count) -> count - before.getOrDefault(outcome, 0L));
    requests.values().removeIf(count -> count == 0);
    return new Asked(requests, QuotaLeft.of(client));
  }
}
