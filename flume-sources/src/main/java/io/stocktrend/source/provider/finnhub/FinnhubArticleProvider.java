package io.stocktrend.source.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.stocktrend.source.http.FailureKind;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Stories from {@code /company-news}, one request a symbol for whole days. Stories come to be
 * listed late, so an answer counts as complete only up to a day ago; one without any story may be a
 * slip and does not count.
 */
public final class FinnhubArticleProvider implements ArticleProvider {
  private static final Duration LATENESS = Duration.ofDays(1);

  private final ProviderAccess access;
  private final FinnhubAnswers answers;

  public FinnhubArticleProvider(ProviderAccess access) {
    this.access = access;
    this.answers = new FinnhubAnswers(access.clock());
  }

  @Override
  public List<ArticleRequest> requests(List<ArticleQuery> queries, double partOfDay) {
    return queries.stream()
        .map(query -> new ArticleRequest(List.of(query), () -> news(query)))
        .toList();
  }

  private Articles news(ArticleQuery query) throws ProviderException, InterruptedException {
    Instant now = access.clock().instant();
    HttpUrl url =
        access
            .url("finnhub.baseUrl", "company-news")
            .addQueryParameter("symbol", query.symbol())
            .addQueryParameter("from", date(query.from()))
            .addQueryParameter("to", date(query.to()))
            .build();
    HttpRequest request = HttpRequest.get(url).header("X-Finnhub-Token", access.apiKey());
    JsonNode news = Json.parse(FinnhubAnswers.PROVIDER, access.http().get(request, answers));
    if (!news.isArray()) {
      throw new ProviderException(
          FinnhubAnswers.PROVIDER, FailureKind.MALFORMED, "news that are no list");
    }
    ArticleReading reading = FinnhubArticleReader.read(query.symbol(), news, now);
    return reading.complete(query.from(), reading.isEmpty() ? query.from() : now.minus(LATENESS));
  }

  private static String date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
