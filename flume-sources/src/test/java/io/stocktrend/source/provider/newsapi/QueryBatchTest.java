package io.stocktrend.source.provider.newsapi;

import static io.stocktrend.source.provider.newsapi.NewsApiRig.FROM;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.NOW;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.source.provider.ArticleQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which companies are asked for together. */
class QueryBatchTest {
  @Test
  void aQueryIsNeverLongerThanTheProviderAllows() throws Exception {
    List<ArticleQuery> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(query("S" + i, "Company with quite a long name " + i));
    }
    int asked = 0;
    for (QueryBatch batch : QueryBatch.of(many)) {
      assertTrue(batch.query().length() <= QueryBatch.LONGEST, batch::query);
      asked += batch.queries().size();
    }
    assertEquals(200, asked);
  }

  @Test
  void companiesThatAreReadToDifferentEndsAreNotAskedForTogether() {
    ArticleQuery gap = new ArticleQuery("B", "Bee", FROM, NOW.minusSeconds(60));
    assertEquals(
        List.of(1, 2, 1),
        QueryBatch.of(List.of(query("A", "Aah"), gap, gap, query("C", "Cee"))).stream()
            .map(batch -> batch.queries().size())
            .toList());
  }
}
