package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.record.Settings;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.http.Timing;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.OpenProviders;
import io.stocktrend.source.provider.ProviderEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long stories are remembered, with two providers that have none. */
class NewsFeedTest {
  private static final Duration LOOKBACK = Duration.ofDays(3);

  @TempDir Path folder;
  private final Set<String> down = new HashSet<>();
  private EmitterRig rig;
  private NewsFeed feed;

  @BeforeEach
  void open() throws Exception {
    rig = new EmitterRig(folder.resolve("state"));
    Timing timing = rig.time().timing();
    List<ProviderEntry<ArticleProvider>> entries =
        List.of(
            ProviderEntry.keyless("finnhub", access -> provider("finnhub")),
            ProviderEntry.keyless("newsapi", access -> provider("newsapi")));
    Settings settings = Settings.of("source news", Map.of("symbols", "AAPL, KO"));
    feed =
        new NewsFeed(
            OpenProviders.open(settings, entries, folder, timing),
            new NewsScope(
                Universe.read(settings, List.of(), timing.clock()),
                Map.of(),
                LOOKBACK,
                1,
                Schedule.of("0 * * * *", ZoneOffset.UTC),
                timing.clock()));
  }

  @AfterEach
  void close() throws Exception {
    feed.close();
    rig.close();
  }

  private ArticleProvider provider(String name) {
    return (queries, partOfDay) ->
        queries.stream()
            .map(query -> new ArticleRequest(List.of(query), () -> answer(name, query.from())))
            .toList();
  }

  private Articles answer(String name, Instant from) throws ProviderException {
    if (down.contains(name)) {
      throw new ProviderException(name, FailureKind.UNAVAILABLE, "down");
    }
    return new Articles(List.of(), from, rig.time().instant(), Map.of());
  }

  private long daysOfMemoryAfter(Duration wait) throws Exception {
    rig.time().pass(wait);
    feed.begin();
    feed.poll(rig.emitter());
    return feed.memory().toDays();
  }

  @Test
  void whatEachProviderHasReadIsRememberedForFiveDays() throws Exception {
    assertEquals(17, feed.memory().toDays(), "before it is known how far they have read");
    assertEquals(5, daysOfMemoryAfter(Duration.ZERO));
    assertEquals(5, daysOfMemoryAfter(Duration.ofDays(30)));
  }

  @Test
  void aProviderThatIsDownHasMoreRemembered() throws Exception {
    daysOfMemoryAfter(Duration.ZERO);
    down.add("newsapi");
    assertEquals(11, daysOfMemoryAfter(Duration.ofDays(6)));
    assertEquals(17, daysOfMemoryAfter(Duration.ofDays(60)), "but not without end");
    down.clear();
    assertEquals(5, daysOfMemoryAfter(Duration.ZERO));
  }

  @Test
  void aProviderThatNeverAnsweredWillReadTheLookback() throws Exception {
    down.add("newsapi");
    assertEquals(8, daysOfMemoryAfter(Duration.ZERO));
  }
}
