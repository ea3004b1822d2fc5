package io.stocktrend.source;

import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ProviderEntry;
import io.stocktrend.source.provider.finnhub.FinnhubArticleProvider;
import io.stocktrend.source.provider.newsapi.NewsApiArticleProvider;
import java.util.List;

/** The providers that have stories; each one named is asked, in this order by default. */
final class ArticleProviders {
  static final List<ProviderEntry<ArticleProvider>> ALL =
      List.of(
          ProviderEntry.keyed("finnhub", FinnhubArticleProvider::new),
          ProviderEntry.keyed("newsapi", NewsApiArticleProvider::new));

  private ArticleProviders() {}
}
