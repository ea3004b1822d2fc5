package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsApiTest {

  private static final String ROOT = "/newsapi/v2/everything";
  private static final String QUERY = ROOT + "?q=%22Apple%22%20OR%20%22Coca-Cola%22";

  private Probe probe;

  @BeforeEach
  void start() throws Exception {
    probe = Probe.at(Probe.OPEN);
  }

  @AfterEach
  void stop() {
    probe.close();
  }

  @Test
  void aQueryFindsTheStoriesOfEveryCompanyItNames() {
    JsonNode found = probe.json(QUERY + "&from=2026-03-08&pageSize=100&apiKey=k");
    assertEquals("ok", found.path("status").asText());
    assertEquals(found.path("totalResults").asInt(), found.path("articles").size());
    String text = found.toString();
    assertTrue(text.contains("Apple") && text.contains("Coca-Cola"), text);
    for (JsonNode article : found.path("articles")) {
      Instant published = Instant.parse(article.path("publishedAt").asText());
      assertTrue(!published.isAfter(Probe.OPEN), article::toString);
      assertTrue(article.at("/source/id").isNull() && article.path("author").isNull());
      String content = article.path("content").asText();
      assertTrue(content.equals("[Removed]") || content.matches(".{186}… \\[\\+\\d+ chars]"));
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    String month = QUERY + "&from=2026-02-20&apiKey=k&pageSize=";
    JsonNode whole = probe.json(month + "60").path("articles");
    for (int page = 1; page <= 3; page++) {
      JsonNode part = probe.json(month + "20&page=" + page).path("articles");
      assertEquals(whole.get(20 * (page - 1)), part.get(0));
      assertEquals(20, part.size());
    }
  }

  @Test
  void nothingFoundIsNoError() {
    assertEquals(
        "{\"status\":\"ok\",\"totalResults\":0,\"articles\":[]}",
        probe.get(ROOT + "?q=Nobody&apiKey=k").body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 401, apiKeyMissing",
    "?q=Apple&apiKey=invalid, 401, apiKeyInvalid",
    "?apiKey=k, 400, parametersMissing",
    "?q=Apple&pageSize=101&apiKey=k, 400, parameterInvalid",
    "?q=Apple&pageSize=100&page=2&apiKey=developer, 426, maximumResultsReached",
    "?q=Apple&from=2026-02-01&apiKey=developer, 426, parameterInvalid"
  })
  void refusalsHaveTheirCodeAndStatus(String query, int status, String code) {
    HttpResponse<String> refused = probe.get(ROOT + query);
    assertEquals(status, refused.statusCode());
    assertEquals("error", Probe.parse(refused.body()).path("status").asText());
    assertEquals(code, Probe.parse(refused.body()).path("code").asText());
  }

  @Test
  void theDeveloperPlanIsADayLateAndEndsAfterFiftyRequestsInTwelveHours() {
    JsonNode first = probe.json(QUERY + "&pageSize=1&apiKey=developer").at("/articles/0");
    assertTrue(
        Instant.parse(first.path("publishedAt").asText()).isBefore(Probe.OPEN.minusSeconds(86_399)),
        first::toString);
    for (int i = 1; i < 50; i++) {
      assertEquals(200, probe.get(QUERY, "X-Api-Key", "developer").statusCode());
    }
    HttpResponse<String> refused = probe.get(QUERY, "X-Api-Key", "developer");
    assertEquals(429, refused.statusCode());
    assertEquals("rateLimited", Probe.parse(refused.body()).path("code").asText());
    assertEquals(200, probe.get(QUERY, "X-Api-Key", "other").statusCode());
  }
}
