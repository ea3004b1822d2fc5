package io.stocktrend.source.provider.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stocktrend.record.Article;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.ArticleRequest;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinnhubArticleProviderTest {
  private static final String NEWS = "/api/v1/company-news";
  private static final Instant FROM = Instant.parse("2026-10-30T15:05:00Z");
  private static final Instant NOW = Instant.parse("2026-11-02T15:05:00Z");

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(NOW.toString());
  private ProviderServer server;
  private FinnhubArticleProvider finnhub;

  @BeforeEach
  void open() throws Exception {
    server = new ProviderServer(folder, time);
    finnhub = new FinnhubArticleProvider(server.access("finnhub", "key-of-mine"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachSymbolIsOneRequestForWholeDaysWithTheKeyInAHeader() throws Exception {
    server.on(NEWS, "[]");
    List<ArticleRequest> requests = finnhub.requests(List.of(query("AAPL"), query("BRK.B")), 0);
    assertEquals(2, requests.size());
    requests.get(1).call().send();
    RecordedRequest sent = server.requests(NEWS).get(0);
    assertEquals("BRK.B", sent.getUrl().queryParameter("symbol"));
    assertEquals("2026-10-30", sent.getUrl().queryParameter("from"));
    assertEquals("2026-11-02", sent.getUrl().queryParameter("to"));
    assertEquals("key-of-mine", sent.getHeaders().get("X-Finnhub-Token"));
    assertEquals(3, sent.getUrl().querySize());
  }

  @Test
  void aStoryIsReadWithEverythingThatIsSaidOfIt() throws Exception {
    server.on(
        NEWS,
        """
        [{"category":"company","datetime":1793631845,"headline":"IBM &amp; others <b>gain</b>",
          "id":7,"image":"","related":"IBM,AAPL","source":"Wire",
          "summary":"","url":"https://finnhub.io/api/news?id=7"}]""");
    Article.Builder story = send().stories().get(0);
    assertEquals("IBM & others gain", story.getHeadline());
    assertEquals(Instant.parse("2026-11-02T15:04:05Z"), story.getEventTime());
    assertEquals("IBM", story.getSymbol(), "the one asked for");
    assertEquals("Wire", story.getPublisher());
    assertEquals("company", story.getCategory());
    assertEquals("https://finnhub.io/api/news?id=7", story.getUrl());
    assertNull(story.getSummary());
  }

  @Test
  void anItemWithoutHeadlineOrTimeOrFromTheFutureIsCountedWithTheReason() throws Exception {
    server.on(
        NEWS,
        """
        [{"datetime":1793631845,"headline":" "},
         {"datetime":0,"headline":"a"},
         {"headline":"b"},
         {"datetime":1,"headline":"c"},
         {"datetime":1793632021,"headline":"two minutes and one second ahead"},
         {"datetime":1793632020,"headline":"two minutes ahead"},
         7]""");
    Articles answer = send();
    assertEquals(1, answer.stories().size());
    assertEquals(
        Map.of("no headline", 2, "no time of publication", 3, "published in the future", 1),
        answer.leftOut());
  }

  @Test
  void anAnswerIsCompleteFromWhereItWasAskedForUpToADayAgo() throws Exception {
    server.on(NEWS, "[{\"datetime\":1793631845,\"headline\":\"a\"}]");
    Articles answer = send();
    assertEquals(FROM, answer.from());
    assertEquals(Instant.parse("2026-11-01T15:05:00Z"), answer.until());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"datetime\":1793631845}]"})
  void anAnswerWithoutAnyStoryIsNotComplete(String body) throws Exception {
    server.on(NEWS, body);
    assertEquals(FROM, send().until());
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{}', MALFORMED",
    "200, '[{', MALFORMED",
    "200, '{\"error\":\"Symbol not found\"}', NOT_FOUND",
    "401, '{\"error\":\"Invalid API key\"}', AUTHENTICATION",
    "422, '{\"error\":\"Wrong parameters\"}', MALFORMED"
  })
  void whatIsNoNewsIsAFailure(int status, String body, FailureKind kind) {
    server.on(NEWS, status, body);
    assertEquals(kind, assertThrows(ProviderException.class, this::send).kind());
  }

  private Articles send() throws Exception {
    return finnhub.requests(List.of(query("IBM")), 1).get(0).call().send();
  }

  private static ArticleQuery query(String symbol) {
    return new ArticleQuery(symbol, "", FROM, NOW);
  }
}
