package io.stocktrend.source;

import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rounds of a source from its start to its stop: polls its feed when a round is due, and says,
 * counts and writes down what became of it. Used by one thread at a time.
 */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final SourceSetup source;
  private final Emitter emitter;
  private final ScheduledSourceCounter counter;
  private final Clock clock;
  private final Agenda agenda;
  private final RoundJournal journal;

  Rounds(SourceSetup source, Emitter emitter, ScheduledSourceCounter counter, Clock clock) {
    this.source = source;
    this.emitter = emitter;
    this.counter = counter;
    this.clock = clock;
    this.agenda = Agenda.from(source.settings(), emitter.cursor().lastRun(), clock.instant());
    this.journal = new RoundJournal(new RunLog(source.folder()), source.feed(), emitter);
  }

  /** When the next attempt is due. */
  Instant next() {
    return agenda.next();
  }

  /** The time until the next attempt is due; negative once it is. */
  Duration untilNext() {
    return Duration.between(clock.instant(), agenda.next());
  }

  /** Shows in the figures of the source when it succeeded last and when it is due next. */
  void showPlan() {
    counter.planned(emitter.cursor().lastRun().orElse(Instant.EPOCH), agenda.next());
  }

  /**
   * Makes an attempt at a round if one is due. No failure leaves it; an interrupt is handed on in
   * the thread's flag.
   *
   * @return whether an attempt came to its end
   */
  boolean runIfDue() {
    try {
      Instant now = clock.instant();
      if (agenda.isDue(now)) {
        run(now);
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(Run.Outcome.STOPPED);
    } catch (Throwable failure) {
      fail(failure);
    }
    return false;
  }

  private void run(Instant now) throws IOException, InterruptedException {
    long emittedBefore = emitter.emitted();
    long unchangedBefore = emitter.unchanged();
    Feed.Progress progress;
    try {
      progress = poll(now);
    } finally {
      counter.emitted(emitter.emitted() - emittedBefore);
      counter.unchanged(emitter.unchanged() - unchangedBefore);
    }
    end(progress.outcome());
    LOG.info(
        "Source {}: {} rows emitted, {} unchanged, {}; next at {}.",
        source.name(),
        emitter.emitted() - emittedBefore,
        emitter.unchanged() - unchangedBefore,
        progress.sentence(),
        agenda.next());
  }

  private Feed.Progress poll(Instant now) throws IOException, InterruptedException {
    Feed feed = source.feed();
    if (agenda.isNewRound(now)) {
      agenda.begin(now);
      feed.begin();
      journal.begin(source.settings().schedule().notAfter(now), now);
    }
    emitter.flush();
    Feed.Progress progress = feed.poll(emitter);
    emitter.flush();
    if (progress == Feed.Progress.INCOMPLETE) {
      agenda.postpone(clock.instant());
      return progress;
    }
    if (progress == Feed.Progress.COMPLETE) {
      emitter.complete(agenda.roundStart(), feed.memory());
    }
    agenda.complete();
    return progress;
  }

  private void end(Run.Outcome outcome) {
    journal.end(outcome, clock.instant(), agenda.next());
    counter.ended(outcome);
    showPlan();
  }

  private void fail(Throwable failure) {
    if (Thread.currentThread().isInterrupted()) {
      LOG.info(
          "Source {} was stopped in the midst of its work: {}", source.name(), failure.toString());
      end(Run.Outcome.STOPPED);
      return;
    }
    agenda.postpone(clock.instant());
    end(Run.Outcome.FAILED);
    LOG.error(
        "Source {} failed and tries again at {}: {}",
        source.name(),
        agenda.next(),
        failure.toString(),
        failure);
  }
}
