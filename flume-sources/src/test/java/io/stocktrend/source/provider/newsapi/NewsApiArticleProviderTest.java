package io.stocktrend.source.provider.newsapi;

import static io.stocktrend.source.provider.newsapi.NewsApiRig.EVERYTHING;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.FROM;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.NOTHING;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.NOW;
import static io.stocktrend.source.provider.newsapi.NewsApiRig.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Article;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.Articles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, and what becomes of the answers. */
class NewsApiArticleProviderTest {
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
  void severalCompaniesAreOneRequestWithTheKeyInAHeader() throws Exception {
    rig.server().on(EVERYTHING, NOTHING);
    rig.send(query("AAPL", "Apple Inc."), query("BRK.B", "Berkshire Hathaway"));
    RecordedRequest sent = rig.server().requests(EVERYTHING).get(0);
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
    rig.server()
        .on(
            EVERYTHING,
            answer(
                2,
                story("Apple gains - Wire", "Rival Tesla too", "2026-11-02T14:00:00Z"),
                story("Rates stay", "Nothing of note", "2026-11-02T13:00:00Z")));
    Articles answer = rig.send(query("AAPL", "Apple Inc."), query("TSLA", "Tesla, Inc."));
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
    rig.server()
        .on(
            EVERYTHING,
            answer(
                7,
                story("[Removed]", "[Removed]", "1970-01-01T00:00:00Z"),
                story("Apple a", "", ""),
                story("Apple b", "", "yesterday"),
                story("Apple e", "", "1970-01-01T00:00:00Z"),
                story("Apple f", "", "0001-01-01T00:00:00Z"),
                story("Apple c", "", "2026-11-02T15:03:00Z"),
                story("", "Apple d", "2026-11-02T14:00:00Z")));
    assertEquals(
        Map.of(
            "removed by its publisher", 1,
            "no time of publication", 4,
            "published in the future", 1,
            "no headline", 1),
        rig.send(query("AAPL", "Apple Inc.")).leftOut());
  }

  @Test
  void ofACutAnswerOnlyTheSpanOfItsStoriesIsComplete() throws Exception {
    rig.server()
        .on(
            EVERYTHING,
            answer(
                300,
                story("Apple a", "", "2026-11-02T14:00:00Z"),
                story("Apple b", "", "2026-11-01T09:30:00Z"),
                story("[Removed]", "", "1970-01-01T00:00:00Z")));
    Articles answer = rig.send(query("AAPL", "Apple Inc."));
    assertEquals(Instant.parse("2026-11-01T09:30:00Z"), answer.from());
  }

  @Test
  void aFullAnswerThatDoesNotSayHowManyThereAreIsTakenForCut() throws Exception {
    String[] stories = new String[100];
    Arrays.fill(stories, story("Apple a", "", "2026-11-02T14:00:00Z"));
    rig.server().on(EVERYTHING, answer(0, stories).replace("\"totalResults\":0,", ""));
    Articles answer = rig.send(query("AAPL", "Apple Inc."));
    assertEquals(Instant.parse("2026-11-02T14:00:00Z"), answer.from());
    rig.server().off(EVERYTHING).on(EVERYTHING, answer(0, stories[0]).replace("total", "other"));
    assertEquals(FROM, rig.send(query("AAPL", "Apple Inc.")).from());
  }

  @Test
  void aPlanThatIsADayLateIsNotTakenForWholeUpToNow() throws Exception {
    rig.server().on(EVERYTHING, answer(1, story("x", "", "2026-11-01T13:00:00Z")));
    assertEquals(NOW.minus(Duration.ofHours(25)), rig.send(query("AAPL", "Apple")).until());
    rig.server().off(EVERYTHING).on(EVERYTHING, answer(1, story("x", "", "2026-11-02T14:00:00Z")));
    Articles prompt = rig.send(query("AAPL", "Apple"));
    assertEquals(Instant.parse("2026-11-02T13:00:00Z"), prompt.until());
    assertEquals(FROM, prompt.from());
  }

  @Test
  void anAnswerWithoutAnyDatedItemIsNotComplete() throws Exception {
    rig.server().on(EVERYTHING, NOTHING);
    assertEquals(FROM, rig.send(query("AAPL", "Apple")).until());
  }

  @Test
  void nothingOlderThanTheFreePlanHasIsAskedFor() throws Exception {
    rig.server().on(EVERYTHING, NOTHING);
    rig.send(new ArticleQuery("AAPL", "Apple", NOW.minus(Duration.ofDays(90)), NOW));
    assertEquals(
        "2026-10-05T15:00:00",
        rig.server().requests(EVERYTHING).get(0).getUrl().queryParameter("from"));
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
    rig.server()
        .on(
            EVERYTHING,
            status,
            "{\"status\":\"error\",\"code\":\"" + code + "\",\"message\":\"canary-7f3a9\"}");
    ProviderException failure =
        assertThrows(ProviderException.class, () -> rig.send(query("AAPL", "Apple")));
    assertEquals(kind, failure.kind());
    assertFalse(failure.getMessage().contains("canary"), failure::getMessage);
    assertFalse(failure.getMessage().contains("somethingNew"), failure::getMessage);
  }

  @ParameterizedTest
  @CsvSource({"200, '[]', MALFORMED", "200, '{', MALFORMED", "403, '', AUTHENTICATION"})
  void whatIsNoAnswerIsAFailure(int status, String body, FailureKind kind) {
    rig.server().on(EVERYTHING, status, body);
    assertEquals(
        kind, assertThrows(ProviderException.class, () -> rig.send(query("AAPL", "Apple"))).kind());
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
