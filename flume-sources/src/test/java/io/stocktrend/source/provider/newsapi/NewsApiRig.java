package io.stocktrend.source.provider.newsapi;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The News API's stories of three days from a server that the test plays. */
final class NewsApiRig implements AutoCloseable {
  static final String EVERYTHING = "/v2/everything";
  static final String NOTHING = "{\"status\":\"ok\",\"totalResults\":0,\"articles\":[]}";
  static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
  static final Instant FROM = NOW.minus(Duration.ofDays(3));

  private final SteppedTime time = new SteppedTime(NOW.toString());
  private final ProviderServer server;
  private final NewsApiArticleProvider newsApi;

  NewsApiRig(Path folder) throws IOException {
    server = new ProviderServer(folder, time);
    newsApi = new NewsApiArticleProvider(server.access("newsapi", "key-of-mine"));
  }

  /** The question for the stories of a company. */
  static ArticleQuery query(String symbol, String name) {
    return new ArticleQuery(symbol, name, FROM, NOW);
  }

  SteppedTime time() {
    return time;
  }

  ProviderServer server() {
    return server;
  }

  /**
   * The requests of a round.
   *
   * @param partOfDay what the round may cost
   */
  List<ArticleRequest> requests(List<ArticleQuery> queries, double partOfDay)
      throws ProviderException, InterruptedException {
    return newsApi.requests(queries, partOfDay);
  }

  /** The answer to the first request for these. */
  Articles send(ArticleQuery... queries) throws ProviderException, InterruptedException {
    return requests(List.of(queries), 0.1).get(0).call().send();
  }

  @Override
  public void close() {
    server.close();
  }
}
