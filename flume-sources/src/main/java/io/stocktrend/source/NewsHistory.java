package io.stocktrend.source;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stories of the past from every provider, which add to each other. */
final class NewsHistory implements History {
  private static final double WHOLE_DAY = 1;

  private final Map<String, ArticleProvider> providers;
  private final NewsScope scope;
  private final Refusals refusals = new Refusals();

  NewsHistory(Map<String, ArticleProvider> providers, NewsScope scope) {
    this.providers = providers;
    this.scope = scope;
  }

  @Override
  public List<ProviderException> ask(Wanted wanted, Emitter emitter)
      throws IOException, InterruptedException {
    List<ProviderException> failures = new ArrayList<>();
    for (Map.Entry<String, ArticleProvider> provider : providers.entrySet()) {
      try {
        refusals.check(provider.getKey());
        for (Wanted.Span span : wanted.spans()) {
          read(provider, wanted.item(), span, emitter);
        }
        refusals.answered(provider.getKey());
      } catch (ProviderException e) {
        refusals.failed(provider.getKey(), e);
        failures.add(e);
      }
    }
    return failures;
  }

  /** An answer that begins late is followed by another request for what was before it. */
  private void read(
      Map.Entry<String, ArticleProvider> provider, String symbol, Wanted.Span span, Emitter emitter)
      throws ProviderException, IOException, InterruptedException {
    Instant end = span.to();
    while (span.from().isBefore(end)) {
      Articles answer =
          send(provider, new ArticleQuery(symbol, scope.name(symbol), span.from(), end));
      NewsDesk.offer(within(answer, span), scope.clock().instant(), emitter);
      Instant begin = answer.from();
      end = begin.isAfter(span.from()) && begin.isBefore(end) ? begin : span.from();
    }
  }

  private Articles send(Map.Entry<String, ArticleProvider> provider, ArticleQuery query)
      throws ProviderException, InterruptedException {
    List<ArticleRequest> requests;
    try {
      requests = provider.getValue().requests(List.of(query), WHOLE_DAY);
      if (!requests.isEmpty()) {
        return requests.get(0).call().send();
      }
    } catch (RuntimeException e) {
      throw RoundFailures.unread(provider.getKey(), e);
    }
    throw new ProviderException(
        provider.getKey(), FailureKind.QUOTA, "its allowance of today is spent");
  }

  private static Articles within(Articles answer, Wanted.Span span) {
    return new Articles(
        answer.stories().stream().filter(story -> span.holds(story.getEventTime())).toList(),
        answer.from(),
        answer.until(),
        answer.leftOut());
  }
}
