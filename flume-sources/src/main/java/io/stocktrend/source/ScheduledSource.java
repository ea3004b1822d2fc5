package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.Run;
import io.stocktrend.source.state.RunLog;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.PollableSource;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.Configurable;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.source.AbstractSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that is due or not: Flume's runner asks {@link #process()} again and again and sleeps in
 * between until the next due time. No failure leaves {@code process}, because the runner would then
 * repeat it without a pause, or die without a word.
 */
abstract class ScheduledSource extends AbstractSource
    implements PollableSource, Configurable, BatchSizeSupported, AuditedSource {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledSource.class);
  private static final long LONGEST_SLEEP_MILLIS = 60_000;
  private static final String BACKFILL = "backfill-";
  private static final int BACKFILL_BATCH = 1000;

  private final String defaultSchedule;
  private final Timing timing;
  private SourceSettings settings;
  private SourceState state;
  private Feed feed;
  private ScheduledSourceCounter counter;
  private Emitter emitter;
  private Agenda agenda;
  private RoundJournal journal;
  private Runnable hideFigures = () -> {};

  ScheduledSource(String defaultSchedule, Timing timing) {
    this.defaultSchedule = defaultSchedule;
    this.timing = timing;
  }

  /** Makes the feed from the settings that only this source has. */
  abstract Feed feed(Settings settings, SourceSettings common);

  final Timing timing() {
    return timing;
  }

  @Override
  public final void configure(Context context) {
    Settings given = Settings.of("source " + getName(), context);
    SourceSettings common = SourceSettings.of(given, defaultSchedule);
    Feed made = feed(given, common);
    try {
      given.refuseUnknown();
      state = SourceState.open(common.stateDir().resolve(getName()));
    } catch (IOException e) {
      made.close();
      throw new ConfigurationException("source " + getName() + ": " + e.getMessage(), e);
    } catch (ConfigurationException e) {
      made.close();
      throw e;
    }
    settings = common;
    feed = made;
    counter = counter == null ? new ScheduledSourceCounter(getName()) : counter;
  }

  @Override
  public final SourcePlan plan() {
    Schedule schedule = settings.schedule();
    return new SourcePlan(schedule.zone(), schedule::after, settings.stateDir(), feed.demands());
  }

  @Override
  public final Optional<Coverage> coverage() throws IOException {
    Path own = settings.stateDir().resolve(getName());
    Cursor cursor = state.loadCursor();
    boolean hasHistory = feed.history().isPresent();
    return feed.expected().map(e -> new Coverage(own, e, cursor::knows, hasHistory));
  }

  @Override
  public final Backfill backfill(String job, Stored stored, Consumer<List<Event>> store)
      throws IOException, InterruptedException {
    History history =
        feed.history()
            .orElseThrow(() -> new IllegalStateException(getName() + " has no history to ask for"));
    SourceState progress = SourceState.open(settings.stateDir().resolve(BACKFILL + getName()));
    try {
      Emitter.Limits limits = new Emitter.Limits(BACKFILL_BATCH, stored);
      return new Backfill(history, progress, new Emitter(store, progress, limits, timing), job);
    } catch (IOException | InterruptedException | RuntimeException e) {
      progress.close();
      throw e;
    }
  }

  @Override
  public final long getBatchSize() {
    return settings.batchSize();
  }

  @Override
  public final synchronized void start() {
    try {
      emitter =
          new Emitter(
              getChannelProcessor()::processEventBatch, state, settings.batchSize(), timing);
    } catch (IOException e) {
      throw new ConfigurationException("source " + getName() + ": " + e.getMessage(), e);
    }
    agenda = Agenda.from(settings, emitter.cursor().lastRun(), timing.clock().instant());
    journal = new RoundJournal(new RunLog(settings.stateDir().resolve(getName())), feed, emitter);
    counter.start();
    hideFigures = ProviderFigures.show(getName(), feed.clients());
    showPlan();
    super.start();
    LOG.info("Source {} is due next at {}.", getName(), agenda.next());
  }

  @Override
  public final Status process() {
    if (agenda == null) {
      return Status.BACKOFF;
    }
    counter.isRunByThisThread();
    try {
      Instant now = timing.clock().instant();
      if (agenda.isDue(now)) {
        run(now);
        return Status.READY;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(Run.Outcome.STOPPED);
    } catch (Throwable failure) {
      fail(failure);
    }
    return Status.BACKOFF;
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
        getName(),
        emitter.emitted() - emittedBefore,
        emitter.unchanged() - unchangedBefore,
        progress.sentence(),
        agenda.next());
  }

  private Feed.Progress poll(Instant now) throws IOException, InterruptedException {
    if (agenda.isNewRound(now)) {
      agenda.begin(now);
      feed.begin();
      journal.begin(settings.schedule().notAfter(now), now);
    }
    emitter.flush();
    Feed.Progress progress = feed.poll(emitter);
    emitter.flush();
    if (progress == Feed.Progress.INCOMPLETE) {
      agenda.postpone(timing.clock().instant());
      return progress;
    }
    if (progress == Feed.Progress.COMPLETE) {
      emitter.complete(agenda.roundStart(), feed.memory());
    }
    agenda.complete();
    return progress;
  }

  private void end(Run.Outcome outcome) {
    journal.end(outcome, timing.clock().instant(), agenda.next());
    counter.ended(outcome);
    showPlan();
  }

  private void showPlan() {
    counter.planned(emitter.cursor().lastRun().orElse(Instant.EPOCH), agenda.next());
  }

  private void fail(Throwable failure) {
    if (Thread.currentThread().isInterrupted()) {
      LOG.info("Source {} was stopped in the midst of its work: {}", getName(), failure.toString());
      end(Run.Outcome.STOPPED);
      return;
    }
    agenda.postpone(timing.clock().instant());
    end(Run.Outcome.FAILED);
    LOG.error(
        "Source {} failed and tries again at {}: {}",
        getName(),
        agenda.next(),
        failure.toString(),
        failure);
  }

  /** Time until the next due time, because Flume's runner sleeps this long after a back-off. */
  @Override
  public final long getBackOffSleepIncrement() {
    return sleepMillis();
  }

  @Override
  public final long getMaxBackOffSleepInterval() {
    return sleepMillis();
  }

  private long sleepMillis() {
    if (agenda == null) {
      return LONGEST_SLEEP_MILLIS;
    }
    long millis = Duration.between(timing.clock().instant(), agenda.next()).toMillis() + 1;
    return Math.max(1, Math.min(millis, LONGEST_SLEEP_MILLIS));
  }

  @Override
  public final synchronized void stop() {
    hideFigures.run();
    try {
      feed.close();
    } finally {
      freeState();
    }
    counter.stop();
    super.stop();
  }

  private void freeState() {
    try {
      state.close();
    } catch (IOException e) {
      LOG.warn("Source {} could not free its state folder: {}", getName(), e.getMessage());
    }
  }
}
