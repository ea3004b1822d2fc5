package io.stocktrend.source.provider.newsapi;

import io.stocktrend.source.provider.ArticleQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The companies that are searched for in one request: as many neighbours of the same end as fit
 * into the longest query.
 *
 * @param terms by symbol
 */
record QueryBatch(List<ArticleQuery> queries, Map<String, CompanyTerms> terms) {
  /** The provider's limit, in characters before they are escaped. */
  static final int LONGEST = 500;

  private static final String OR = " OR ";

  static List<QueryBatch> of(List<ArticleQuery> queries) {
    List<QueryBatch> batches = new ArrayList<>();
    for (ArticleQuery query : queries) {
      CompanyTerms terms = CompanyTerms.of(query.symbol(), query.name());
      QueryBatch last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
      if (last == null || !last.takes(query, terms)) {
        last = new QueryBatch(new ArrayList<>(), new LinkedHashMap<>());
        batches.add(last);
      }
      last.queries.add(query);
      last.terms.put(query.symbol(), terms);
    }
    return batches;
  }

  /** The search: names joined by OR, two share classes of one company once. */
  String query() {
    Set<String> names = new LinkedHashSet<>();
    terms.values().forEach(each -> names.add(each.query()));
    return String.join(OR, names);
  }

  Instant from() {
    return queries.stream().map(ArticleQuery::from).min(Instant::compareTo).orElseThrow();
  }

  Instant to() {
    return queries.get(0).to();
  }

  private boolean takes(ArticleQuery query, CompanyTerms more) {
    return query.to().equals(to())
        && query().length() + OR.length() + more.query().length() <= LONGEST;
  }
}
