package io.stocktrend.source;

import io.stocktrend.record.Settings;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.QuoteProvider;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.state.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flume.Event;

/** A feed of the quotes of A, B and C, which asks Finnhub first and then Yahoo. */
final class QuoteRig implements AutoCloseable {
  private final SteppedTime time = new SteppedTime("2026-11-02T10:00:00Z");
  private final List<Event> events = new ArrayList<>();
  private final SourceState state;
  private final Emitter emitter;
  private final QuoteFeed feed;

  QuoteRig(Path folder, QuoteDesk yahoo, QuoteDesk finnhub) throws IOException {
    state = SourceState.open(folder.resolve("quotes"));
    emitter = new Emitter(events::addAll, state, 10, time.timing());
    Settings settings = Settings.of("source quotes", Map.of("providers", "finnhub, yahoo"));
    OpenProviders<QuoteProvider> providers =
        OpenProviders.open(
            settings,
            List.of(
                new ProviderEntry<>("yahoo", false, access -> yahoo),
                new ProviderEntry<>("finnhub", false, access -> finnhub)),
            folder,
            time.timing());
    feed = new QuoteFeed(providers, List.of("A", "B", "C"), time);
    feed.begin();
  }

  SteppedTime time() {
    return time;
  }

  /** All that was emitted. */
  List<Event> events() {
    return events;
  }

  void beginRound() {
    feed.begin();
  }

  /** One attempt at the round. */
  Feed.Progress poll() throws IOException, InterruptedException {
    Feed.Progress progress = feed.poll(emitter);
    emitter.flush();
    return progress;
  }

  @Override
  public void close() throws IOException {
    feed.close();
    state.close();
  }
}
