package io.stocktrend.source;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.OpenProviders;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stories of every provider that is named: they add to each other. */
final class NewsFeed implements Feed {
  /** Longer than a provider's overlap and the delay of a reprint. */
  private static final Duration MEMORY_BEYOND_READ = Duration.ofDays(5);

  /** Longer than any outage of one provider after which it would show. */
  private static final Duration LONGEST_BEYOND_LOOKBACK = Duration.ofDays(14);

  private final OpenProviders<ArticleProvider> providers;
  private final NewsScope scope;
  private final List<NewsReader> readers = new ArrayList<>();
  private final RoundFailures failures = new RoundFailures("news");
  private boolean isFirstAttempt;
  private Duration memory;

  NewsFeed(OpenProviders<ArticleProvider> providers, NewsScope scope) {
    this.providers = providers;
    this.scope = scope;
    this.memory = scope.lookback().plus(LONGEST_BEYOND_LOOKBACK);
    providers
        .byName()
        .forEach((name, provider) -> readers.add(new NewsReader(name, provider, scope)));
  }

  @Override
  public void begin() {
    readers.forEach(NewsReader::begin);
    failures.begin();
    isFirstAttempt = true;
  }

  @Override
  public Progress poll(Emitter emitter) throws IOException, InterruptedException {
    failures.beginAttempt();
    double partOfDay = isFirstAttempt ? scope.partOfDay() : 0;
    isFirstAttempt = false;
    for (NewsReader reader : readers) {
      if (reader.isAnyLeft()) {
        reader.poll(emitter, failures, partOfDay);
      }
    }
    memory = memory(emitter);
    return failures.progress(readers.stream().anyMatch(NewsReader::isAnyLeft));
  }

  /** Reaches back to where the provider stands that is farthest behind, and some days more. */
  private Duration memory(Emitter emitter) {
    Duration longest = scope.lookback().plus(LONGEST_BEYOND_LOOKBACK);
    Duration needed =
        readers.stream()
            .map(reader -> Duration.between(reader.readBefore(emitter), scope.clock().instant()))
            .max(Comparator.naturalOrder())
            .orElse(longest)
            .plus(MEMORY_BEYOND_READ);
    return needed.compareTo(longest) < 0 ? needed : longest;
  }

  @Override
  public Duration memory() {
    return memory;
  }

  @Override
  public Map<String, ProviderClient> clients() {
    return providers.clients();
  }

  @Override
  public Map<String, List<String>> failed() {
    return failures.byReason();
  }

  @Override
  public Optional<Expected> expected() {
    return Optional.of(new Expected(Dataset.NEWS_DATA, scope.universe()::on, Optional.empty()));
  }

  @Override
  public Optional<History> history() {
    return Optional.of(new NewsHistory(providers.byName(), scope));
  }

  @Override
  public List<Demand> demands() {
    Instant now = scope.clock().instant();
    List<ArticleQuery> queries =
        scope.symbols().stream()
            .map(symbol -> new ArticleQuery(symbol, scope.name(symbol), now, now))
            .toList();
    return Demands.ofArticles(providers, queries);
  }

  @Override
  public void close() {
    providers.close();
  }
}
