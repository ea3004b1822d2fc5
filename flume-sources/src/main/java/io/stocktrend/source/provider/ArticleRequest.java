package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;
import java.util.List;

/**
 * One request that answers some queries at once.
 *
 * @param queries what it answers
 * @param call sends it
 */
public record ArticleRequest(List<ArticleQuery> queries, Call call) {
  public ArticleRequest {
    queries = List.copyOf(queries);
  }

  /** Sends a request. */
  @FunctionalInterface
  public interface Call {
    /** The answer; several threads may send different requests at once. */
    Articles send() throws ProviderException, InterruptedException;
  }
}
