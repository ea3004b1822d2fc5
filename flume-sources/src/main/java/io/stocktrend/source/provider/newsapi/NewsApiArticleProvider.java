package io.stocktrend.source.provider.newsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.HttpRequest;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleReading;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.Json;
import io.stocktrend.source.provider.ProviderAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;

/**
 * Stories from {@code /everything}, one request for as many companies as a query holds. A request
 * answers with its newest 100 results; what is older than those is left for a later one.
 */
public final class NewsApiArticleProvider implements ArticleProvider {
  private static final int PAGE = 100;

  /** The free plan shows a story a day late, and any plan some of them a little late. */
  private static final Duration DELAY = Duration.ofHours(25);

  private static final Duration LATENESS = Duration.ofHours(1);

  /** The free plan has a month; a day less, because it counts in dates. */
  private static final Duration OLDEST = Duration.ofDays(28);

  private final ProviderAccess access;
  private final NewsApiAnswers answers;
  private final NewsApiAllowance allowance;

  public NewsApiArticleProvider(ProviderAccess access) {
    this.access = access;
    this.answers = new NewsApiAnswers(access.clock());
    this.allowance = new NewsApiAllowance(access);
  }

  @Override
  public List<ArticleRequest> requests(List<ArticleQuery> queries, double partOfDay)
      throws ProviderException, InterruptedException {
    return QueryBatch.of(queries).stream()
        .limit(allowance.requests(partOfDay))
        .map(batch -> new ArticleRequest(batch.queries(), () -> everything(batch)))
        .toList();
  }

  @Override
  public int requests(List<ArticleQuery> queries) {
    return QueryBatch.of(queries).size();
  }

  @Override
  public boolean isSpreadOverTheDay() {
    return true;
  }

  private Articles everything(QueryBatch batch) throws ProviderException, InterruptedException {
    Instant now = access.clock().instant();
    Instant oldest = now.minus(OLDEST);
    Instant from = batch.from().isAfter(oldest) ? batch.from() : oldest;
    JsonNode answer =
        Json.parse(NewsApiAnswers.PROVIDER, access.http().get(request(batch, from), answers));
    JsonNode articles = answer.path("articles");
    ArticleReading reading = new NewsApiArticleReader(batch.terms()).read(articles, now);
    Long total = Json.count(answer.path("totalResults"));
    boolean isWhole = total == null ? articles.size() < PAGE : total <= articles.size();
    boolean isCut = !isWhole && !articles.isEmpty();
    // An answer without any dated item may be a slip: the same is asked for again.
    boolean isDated = times(articles).findAny().isPresent();
    return reading.complete(
        isCut ? oldest(articles, from) : batch.from(),
        isDated ? until(articles, now) : batch.from());
  }

  private HttpRequest request(QueryBatch batch, Instant from) {
    HttpUrl url =
        access
            .url("newsapi.baseUrl", "everything")
            .addQueryParameter("q", batch.query())
            .addQueryParameter("searchIn", "title,description")
            .addQueryParameter("language", "en")
            .addQueryParameter("sortBy", "publishedAt")
            .addQueryParameter("from", time(from))
            .addQueryParameter("to", time(batch.to()))
            .addQueryParameter("pageSize", Integer.toString(PAGE))
            .build();
    return HttpRequest.get(url).header("X-Api-Key", access.apiKey());
  }

  private static Instant oldest(JsonNode articles, Instant from) {
    return times(articles)
        .filter(time -> !time.isBefore(from))
        .min(Instant::compareTo)
        .orElse(from);
  }

  /** A plan that shows a story without the delay shows all that are older. */
  private static Instant until(JsonNode articles, Instant now) {
    Instant delayed = now.minus(DELAY);
    return times(articles)
        .filter(time -> !time.isAfter(now))
        .map(time -> time.minus(LATENESS))
        .filter(delayed::isBefore)
        .max(Instant::compareTo)
        .orElse(delayed);
  }

  private static Stream<Instant> times(JsonNode articles) {
    return StreamSupport.stream(articles.spliterator(), false)
        .map(NewsApiArticleReader::published)
        .filter(Objects::nonNull);
  }

  private static String time(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1);
  }
}
