package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderException;
import java.util.List;

/** Asks one provider for the stories about companies. */
@FunctionalInterface
public interface ArticleProvider {
  /**
   * The requests that are worth sending now, each for one or several of the queries; queries that
   * are in none of them wait for their turn.
   *
   * @param queries the most urgent first
   * @param partOfDay the part of a day's allowance, from 0 to 1, that may be spent on them; of no
   *     concern to a provider without such an allowance
   * @throws ProviderException if it cannot be said what is left of the allowance
   */
  List<ArticleRequest> requests(List<ArticleQuery> queries, double partOfDay)
      throws ProviderException, InterruptedException;

  /** How many requests one pass over these companies costs, without further pages. */
  default int requests(List<ArticleQuery> queries) {
    return queries.size();
  }

  /** Whether a pass is spread over several rounds where the day's limit asks for it. */
  default boolean isSpreadOverTheDay() {
    return false;
  }
}
