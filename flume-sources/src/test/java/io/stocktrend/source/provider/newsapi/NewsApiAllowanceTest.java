package io.stocktrend.source.provider.newsapi;

import static io.stocktrend.source.provider.newsapi.NewsApiRig.EVERYTHING;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.NOTHING;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the requests of a day a round may spend. */
class NewsApiAllowanceTest {
  private static final double AN_HOUR = 1 / 24.0;

  @TempDir Path folder;
  private NewsApiRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new NewsApiRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aRoundCostsItsPartOfTheDay() throws Exception {
    List<Integer> hours = new ArrayList<>();
    for (int hour = 0; hour < 13; hour++) {
      hours.add(rig.requests(many(), AN_HOUR).size());
      assertEquals(0, rig.requests(many(), 0).size(), "a further attempt waits for a round");
    }
    assertEquals(List.of(3, 4, 4, 4, 4, 4, 3), hours.subList(0, 7));
    assertEquals(49, hours.stream().mapToInt(Integer::intValue).sum(), "50 are allowed");
  }

  @Test
  void roundsThatAreWorthLessThanOneRequestSaveUpForIt() throws Exception {
    int requests = 0;
    for (int round = 0; round < 12; round++) {
      requests += rig.requests(many(), AN_HOUR / 12).size();
    }
    assertEquals(3, requests);
  }

  @Test
  void whatRetriesHaveSpentIsMissingLater() throws Exception {
    rig.server().on(EVERYTHING, 500, "");
    for (ArticleRequest request : rig.requests(many(), 0.9)) {
      assertThrows(ProviderException.class, () -> request.call().send());
      rig.time().pass(Duration.ofMinutes(2));
      if (rig.server().requests(EVERYTHING).size() >= 88) {
        break;
      }
    }
    assertEquals(88, rig.server().requests(EVERYTHING).size());
    assertEquals(1, rig.requests(many(), AN_HOUR).size(), "12 left for some eight hours");
  }

  @Test
  void aSpentDayIsNotAskedAgainBeforeTheNext() throws Exception {
    rig.server()
        .on(EVERYTHING, 429, "{\"status\":\"error\",\"code\":\"rateLimited\"}")
        .on(EVERYTHING, NOTHING);
    assertThrows(ProviderException.class, () -> rig.send(query("AAPL", "Apple")));
    rig.time().set("2026-11-02T23:59:00Z");
    assertThrows(ProviderException.class, () -> rig.send(query("AAPL", "Apple")));
    assertEquals(1, rig.server().requests(EVERYTHING).size());
    rig.time().set("2026-11-03T00:00:00Z");
    rig.send(query("AAPL", "Apple"));
    assertEquals(2, rig.server().requests(EVERYTHING).size());
  }

  private static List<ArticleQuery> many() {
    List<ArticleQuery> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(query("S" + i, "Company number " + i));
    }
    return many;
  }
}
