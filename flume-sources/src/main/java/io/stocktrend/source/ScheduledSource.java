package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flume.Context;
import org.apache.flume.Event;
import org.apache.flume.PollableSource;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.Configurable;
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

  private final String defaultSchedule;
  private final Timing timing;
  private SourceSetup setup;
  private ScheduledSourceCounter counter;
  private Rounds rounds;
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
    setup = SourceSetup.open(getName(), given, common, feed(given, common));
    counter = counter == null ? new ScheduledSourceCounter(getName()) : counter;
  }

  @Override
  public final SourcePlan plan() {
    return setup.plan();
  }

  @Override
  public final Optional<Coverage> coverage() throws IOException {
    return setup.coverage();
  }

  @Override
  public final Backfill backfill(String job, Stored stored, Consumer<List<Event>> store)
      throws IOException, InterruptedException {
    return setup.backfill(job, stored, store, timing);
  }

  @Override
  public final long getBatchSize() {
    return setup.settings().batchSize();
  }

  @Override
  public final synchronized void start() {
    Emitter emitter = setup.emitter(getChannelProcessor()::processEventBatch, timing);
    rounds = new Rounds(setup, emitter, counter, timing.clock());
    counter.start();
    hideFigures = ProviderFigures.show(getName(), setup.feed().clients());
    rounds.showPlan();
    super.start();
    LOG.info("Source {} is due next at {}.", getName(), rounds.next());
  }

  @Override
  public final Status process() {
    if (rounds == null) {
      return Status.BACKOFF;
    }
    counter.isRunByThisThread();
    return rounds.runIfDue() ? Status.READY : Status.BACKOFF;
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
    if (rounds == null) {
      return LONGEST_SLEEP_MILLIS;
    }
    long millis = rounds.untilNext().toMillis() + 1;
    return Math.max(1, Math.min(millis, LONGEST_SLEEP_MILLIS));
  }

  @Override
  public final synchronized void stop() {
    hideFigures.run();
    try {
      setup.feed().close();
    } finally {
      freeState();
    }
    counter.stop();
    super.stop();
  }

  private void freeState() {
    try {
      setup.state().close();
    } catch (IOException e) {
      LOG.warn("Source {} could not free its state folder: {}", getName(), e.getMessage());
    }
  }
}
