package io.stocktrend.source;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stories of one provider on from where each symbol was read to. A provider that cannot
 * be asked for all symbols in one round is asked for those that have waited longest.
 */
final class NewsReader {
  private static final Logger LOG = LoggerFactory.getLogger(NewsReader.class);

  private final String name;
  private final ArticleProvider provider;
  private final NewsScope scope;
  private final Set<String> unanswered = new LinkedHashSet<>();
  private final Map<String, Instant> lastTried = new HashMap<>();
  private NewsFailures failures;

  NewsReader(String name, ArticleProvider provider, NewsScope scope) {
    this.name = name;
    this.provider = provider;
    this.scope = scope;
    this.failures = new NewsFailures(name);
  }

  /** A new round: every symbol is to be asked for. */
  void begin() {
    unanswered.clear();
    unanswered.addAll(scope.symbols());
  }

  boolean isAnyLeft() {
    return !unanswered.isEmpty();
  }

  /** Before when every story of every symbol was read. */
  Instant readBefore(Emitter emitter) {
    Instant now = scope.clock().instant();
    return scope.symbols().stream()
        .map(symbol -> coverage(symbol, emitter, now).since())
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  /**
   * Asks for what is not answered yet.
   *
   * @param partOfDay the part of a day's allowance that this may cost
   */
  void poll(Emitter emitter, RoundFailures round, double partOfDay)
      throws IOException, InterruptedException {
    failures = new NewsFailures(name);
    List<ArticleRequest> requests = requests(emitter, partOfDay);
    Map<String, Integer> leftOut = new HashMap<>();
    Parallel.ask(
        requests,
        scope.concurrency(),
        this::send,
        (request, outcome) -> {
          take(request, outcome, emitter);
          outcome.leftOut().forEach((why, count) -> leftOut.merge(why, count, Integer::sum));
        });
    unanswered.removeAll(failures.report(round));
    if (!leftOut.isEmpty()) {
      LOG.info("Items of {} that are no stories, by the reason: {}", name, leftOut);
    }
  }

  /** The requests whose turn it is; symbols that are in none of them wait for another round. */
  private List<ArticleRequest> requests(Emitter emitter, double partOfDay)
      throws InterruptedException {
    Instant now = scope.clock().instant();
    Comparator<String> longestWaiting =
        Comparator.<String, Instant>comparing(s -> lastTried.getOrDefault(s, Instant.EPOCH))
            .thenComparing(symbol -> coverage(symbol, emitter, now).until());
    List<ArticleQuery> queries =
        unanswered.stream()
            .sorted(longestWaiting)
            .map(symbol -> query(symbol, coverage(symbol, emitter, now), now))
            .toList();
    try {
      List<ArticleRequest> requests = provider.requests(queries, partOfDay);
      unanswered.clear();
      requests.forEach(request -> unanswered.addAll(symbols(request)));
      return requests;
    } catch (ProviderException e) {
      failures.add(unanswered, e);
    } catch (RuntimeException e) {
      failures.add(unanswered, RoundFailures.unread(name, e));
    }
    return List.of();
  }

  private ArticleQuery query(String symbol, NewsCoverage coverage, Instant now) {
    Instant end = coverage.end().orElse(now);
    return new ArticleQuery(symbol, scope.name(symbol), coverage.since(), end);
  }

  private NewsCoverage coverage(String symbol, Emitter emitter, Instant now) {
    return emitter
        .mark(mark(symbol))
        .map(NewsCoverage::parse)
        .orElseGet(() -> NewsCoverage.none(now.minus(scope.lookback())));
  }

  private String mark(String symbol) {
    return name + '|' + symbol;
  }

  private Outcome send(ArticleRequest request) throws InterruptedException {
    ProviderException refusal = failures.refusal();
    if (refusal != null) {
      return new Outcome(null, refusal);
    }
    try {
      return new Outcome(request.call().send(), null);
    } catch (ProviderException e) {
      return new Outcome(null, e);
    } catch (RuntimeException e) {
      return new Outcome(null, RoundFailures.unread(name, e));
    }
  }

  private void take(ArticleRequest request, Outcome outcome, Emitter emitter)
      throws IOException, InterruptedException {
    Instant now = scope.clock().instant();
    symbols(request).forEach(symbol -> lastTried.put(symbol, now));
    if (outcome.failure != null) {
      failures.add(symbols(request), outcome.failure);
      return;
    }
    failures.answered();
    Articles articles = outcome.articles;
    NewsDesk.offer(articles, now, emitter);
    for (ArticleQuery query : request.queries()) {
      String mark = mark(query.symbol());
      NewsCoverage before =
          emitter
              .mark(mark)
              .map(NewsCoverage::parse)
              .orElseGet(() -> NewsCoverage.none(query.from()));
      NewsCoverage after = before.after(articles.from(), articles.until());
      emitter.mark(mark, after.print());
      unanswered.remove(query.symbol());
    }
  }

  private static List<String> symbols(ArticleRequest request) {
    return request.queries().stream().map(ArticleQuery::symbol).toList();
  }

  /** Exactly one of the two is there. */
  private record Outcome(Articles articles, ProviderException failure) {
    Map<String, Integer> leftOut() {
      return articles == null ? Map.of() : articles.leftOut();
    }
  }
}
