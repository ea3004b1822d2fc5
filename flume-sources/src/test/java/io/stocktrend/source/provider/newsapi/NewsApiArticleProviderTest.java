package io.stocktrend.source.provider.newsapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Article;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsApiArticleProviderTest {
  private static final String EVERYTHING = "/v2/everything";
  private static final double AN_HOUR = 1 / 24.0;
  private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(3));
  private static final String NOTHING = "{\"status\":\"ok\",\"totalResults\":0,\"articles\":[]}";

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(NOW.toString());
  private ProviderServer server;
  private NewsApiArticleProvider newsApi;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    newsApi = new NewsApiArticleProvider(server.access("newsapi", "key-of-mine"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void severalCompaniesAreOneRequestWithTheKeyInAHeader() throws Exception {
    server.on(EVERYTHING, NOTHING);
    send(query("AAPL", "Apple Inc."), query("BRK.B", "Berkshire Hathaway"));
    RecordedRequest sent = server.requests(EVERYTHING).get(0);
    assertEquals("\"Apple\" OR \"Berkshire Hathaway\"", sent.getUrl().queryParameter("q"));
    assertEquals("2026-10-30T15:00:00", sent.getUrl().queryParameter("from"));
    assertEquals("2026-11-02T15:00:00", sent.getUrl().queryParameter("to"));
    assertEquals("100", sent.getUrl().queryParameter("pageSize"));
    assertEquals("publishedAt", sent.getUrl().queryParameter("sortBy"));
    assertEquals("title,description", sent.getUrl().queryParameter("searchIn"));
    assertEquals("key-of-mine", sent.getHeaders().get("X-Api-Key"));
    assertFalse(sent.getTarget().contains("key-of-mine"));
  }

  @Test
  void aStoryIsReadForEachCompanyThatItNamesAndWithoutItsCutContent() throws Exception {
    server.on(
        EVERYTHING,
        answer(
            2,
            story("Apple gains - Wire", "Rival Tesla too", "2026-11-02T14:00:00Z"),
            story("Rates stay", "Nothing of note", "2026-11-02T13:00:00Z")));
    Articles answer = send(query("AAPL", "Apple Inc."), query("TSLA", "Tesla, Inc."));
    assertEquals(
        List.of("AAPL", "TSLA"),
        answer.stories().stream().map(Article.Builder::getSymbol).toList());
    Article.Builder first = answer.stories().get(0);
    assertEquals("Apple gains - Wire", first.getHeadline());
    assertEquals("Rival Tesla too", first.getSummary());
    assertEquals("Wire", first.getPublisher());
    assertEquals("https://wire.example/1", first.getUrl());
    assertEquals(Instant.parse("2026-11-02T14:00:00Z"), first.getEventTime());
    assertNull(first.getCategory());
    assertEquals(Map.of("names none of the companies", 1), answer.leftOut());
  }

  @Test
  void removedAndTimelessItemsAreCountedWithTheReason() throws Exception {
    server.on(
        EVERYTHING,
        answer(
            5,
            story("[Removed]", "[Removed]", "1970-01-01T00:00:00Z"),
            story("Apple a", "", ""),
            story("Apple b", "", "yesterday"),
            story("Apple c", "", "2026-11-02T15:03:00Z"),
            story("", "Apple d", "2026-11-02T14:00:00Z")));
    assertEquals(
        Map.of(
            "removed by its publisher", 1,
            "no time of publication", 2,
            "published in the future", 1,
            "no headline", 1),
        send(query("AAPL", "Apple Inc.")).leftOut());
  }

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

  @Test
  void aRoundCostsItsPartOfTheDay() throws Exception {
    List<Integer> hours = new ArrayList<>();
    for (int hour = 0; hour < 13; hour++) {
      hours.add(newsApi.requests(many(), AN_HOUR).size());
      assertEquals(0, newsApi.requests(many(), 0).size(), "a further attempt waits for a round");
    }
    assertEquals(List.of(3, 4, 4, 4, 4, 4, 3), hours.subList(0, 7));
    assertEquals(49, hours.stream().mapToInt(Integer::intValue).sum(), "50 are allowed");
  }

  @Test
  void roundsThatAreWorthLessThanOneRequestSaveUpForIt() throws Exception {
    int requests = 0;
    for (int round = 0; round < 12; round++) {
      requests += newsApi.requests(many(), AN_HOUR / 12).size();
    }
    assertEquals(3, requests);
  }

  @Test
  void whatRetriesHaveSpentIsMissingLater() throws Exception {
    server.on(EVERYTHING, 500, "");
    for (ArticleRequest request : newsApi.requests(many(), 0.9)) {
      assertThrows(ProviderException.class, () -> request.call().send());
      time.pass(Duration.ofMinutes(2));
      if (server.requests(EVERYTHING).size() >= 88) {
        break;
      }
    }
    assertEquals(88, server.requests(EVERYTHING).size());
    assertEquals(1, newsApi.requests(many(), AN_HOUR).size(), "12 left for some eight hours");
  }

  @Test
  void ofACutAnswerOnlyTheSpanOfItsStoriesIsComplete() throws Exception {
    server.on(
        EVERYTHING,
        answer(
            300,
            story("Apple a", "", "2026-11-02T14:00:00Z"),
            story("Apple b", "", "2026-11-01T09:30:00Z"),
            story("[Removed]", "", "1970-01-01T00:00:00Z")));
    Articles answer = send(query("AAPL", "Apple Inc."));
    assertEquals(Instant.parse("2026-11-01T09:30:00Z"), answer.from());
  }

  @Test
  void aPlanThatIsADayLateIsNotTakenForWholeUpToNow() throws Exception {
    server.on(EVERYTHING, answer(1, story("x", "", "2026-11-01T13:00:00Z")));
    assertEquals(NOW.minus(Duration.ofHours(25)), send(query("AAPL", "Apple")).until());
    server.off(EVERYTHING).on(EVERYTHING, answer(1, story("x", "", "2026-11-02T14:00:00Z")));
    Articles prompt = send(query("AAPL", "Apple"));
    assertEquals(Instant.parse("2026-11-02T13:00:00Z"), prompt.until());
    assertEquals(FROM, prompt.from());
  }

  @Test
  void anAnswerWithoutAnyDatedItemIsNotComplete() throws Exception {
    server.on(EVERYTHING, NOTHING);
    assertEquals(FROM, send(query("AAPL", "Apple")).until());
  }

  @Test
  void nothingOlderThanTheFreePlanHasIsAskedFor() throws Exception {
    server.on(EVERYTHING, NOTHING);
    send(new ArticleQuery("AAPL", "Apple", NOW.minus(Duration.ofDays(90)), NOW));
    assertEquals(
        "2026-10-05T15:00:00", server.requests(EVERYTHING).get(0).getUrl().queryParameter("from"));
  }

  @ParameterizedTest
  @CsvSource({
    "401, apiKeyInvalid, AUTHENTICATION",
    "401, apiKeyMissing, AUTHENTICATION",
    "401, apiKeyDisabled, AUTHENTICATION",
    "429, apiKeyExhausted, QUOTA",
    "429, rateLimited, QUOTA",
    "426, maximumResultsReached, AUTHENTICATION",
    "426, parameterInvalid, AUTHENTICATION",
    "400, parameterInvalid, MALFORMED",
    "400, parametersMissing, MALFORMED",
    "400, sourceDoesNotExist, NOT_FOUND",
    "500, unexpectedError, UNAVAILABLE",
    "500, somethingNew, UNAVAILABLE",
    "200, somethingNew, UNAVAILABLE"
  })
  void aRefusalIsSortedByItsCode(int status, String code, FailureKind kind) {
    server.on(
        EVERYTHING,
        status,
        "{\"status\":\"error\",\"code\":\"" + code + "\",\"message\":\"canary-7f3a9\"}");
    ProviderException failure =
        assertThrows(ProviderException.class, () -> send(query("AAPL", "Apple")));
    assertEquals(kind, failure.kind());
    assertFalse(failure.getMessage().contains("canary"), failure::getMessage);
    assertFalse(failure.getMessage().contains("somethingNew"), failure::getMessage);
  }

  @ParameterizedTest
  @CsvSource({"200, '[]', MALFORMED", "200, '{', MALFORMED", "403, '', AUTHENTICATION"})
  void whatIsNoAnswerIsAFailure(int status, String body, FailureKind kind) {
    server.on(EVERYTHING, status, body);
    assertEquals(
        kind, assertThrows(ProviderException.class, () -> send(query("AAPL", "Apple"))).kind());
  }

  @Test
  void aSpentDayIsNotAskedAgainBeforeTheNext() throws Exception {
    server
        .on(EVERYTHING, 429, "{\"status\":\"error\",\"code\":\"rateLimited\"}")
        .on(EVERYTHING, NOTHING);
    assertThrows(ProviderException.class, () -> send(query("AAPL", "Apple")));
    time.set("2026-11-02T23:59:00Z");
    assertThrows(ProviderException.class, () -> send(query("AAPL", "Apple")));
    assertEquals(1, server.requests(EVERYTHING).size());
    time.set("2026-11-03T00:00:00Z");
    send(query("AAPL", "Apple"));
    assertEquals(2, server.requests(EVERYTHING).size());
  }

  private Articles send(ArticleQuery... queries) throws Exception {
    return newsApi.requests(List.of(queries), 0.1).get(0).call().send();
  }

  private static List<ArticleQuery> many() {
    List<ArticleQuery> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(query("S" + i, "Company number " + i));
    }
    return many;
  }

  private static ArticleQuery query(String symbol, String name) {
    return new ArticleQuery(symbol, name, FROM, NOW);
  }

  private static String answer(int total, String... stories) {
    return "{\"status\":\"ok\",\"totalResults\":%d,\"articles\":[%s]}"
        .formatted(total, String.join(",", stories));
  }

  private static String story(String title, String description, String published) {
    return """
        {"source":{"id":null,"name":"Wire"},"author":null,"title":"%s","description":"%s",
         "url":"https://wire.example/1","urlToImage":null,"publishedAt":"%s","content":"cut [+7 chars]"}"""
        .formatted(title, description, published);
  }
}
