package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.state.Cursor;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flume.Event;
import org.apache.flume.conf.ConfigurationException;

/**
 * A source as its settings make it, whether it runs or not: it holds its state folder, and can tell
 * what it should have.
 */
record SourceSetup(String name, SourceSettings settings, SourceState state, Feed feed) {
  private static final String BACKFILL = "backfill-";
  private static final int BACKFILL_BATCH = 1000;

  /**
   * Opens its state, once all its settings are read; the feed is closed if that fails.
   *
   * @throws ConfigurationException if a setting is unknown, or the state cannot be opened
   */
  static SourceSetup open(String name, Settings given, SourceSettings common, Feed feed) {
    try {
      given.refuseUnknown();
      SourceState state = SourceState.open(common.stateDir().resolve(name));
      return new SourceSetup(name, common, state, feed);
    } catch (IOException e) {
      feed.close();
      throw refusal(name, e);
    } catch (ConfigurationException e) {
      feed.close();
      throw e;
    }
  }

  /** The folder of its state and of its run log. */
  Path folder() {
    return settings.stateDir().resolve(name);
  }

  SourcePlan plan() {
    Schedule schedule = settings.schedule();
    return new SourcePlan(schedule.zone(), schedule::after, settings.stateDir(), feed.demands());
  }

  Optional<Coverage> coverage() throws IOException {
    Cursor cursor = state.loadCursor();
    boolean hasHistory = feed.history().isPresent();
    return feed.expected().map(e -> new Coverage(folder(), e, cursor::knows, hasHistory));
  }

  /** What brings the rows of this source into that channel. */
  Emitter emitter(Consumer<List<Event>> channel, Timing timing) {
    try {
      return new Emitter(channel, state, settings.batchSize(), timing);
    } catch (IOException e) {
      throw refusal(name, e);
    }
  }

  /** What asks for the past, job by job; see {@link AuditedSource#backfill}. */
  Backfill backfill(String job, Stored stored, Consumer<List<Event>> store, Timing timing)
      throws IOException, InterruptedException {
    History history =
        feed.history()
            .orElseThrow(() -> new IllegalStateException(name + " has no history to ask for"));
    SourceState progress = SourceState.open(settings.stateDir().resolve(BACKFILL + name));
    try {
      Emitter.Limits limits = new Emitter.Limits(BACKFILL_BATCH, stored);
      return new Backfill(history, progress, new Emitter(store, progress, limits, timing), job);
    } catch (IOException | InterruptedException | RuntimeException e) {
      progress.close();
      throw e;
    }
  }

  private static ConfigurationException refusal(String name, IOException failure) {
    return new ConfigurationException("source " + name + ": " + failure.getMessage(), failure);
  }
}
