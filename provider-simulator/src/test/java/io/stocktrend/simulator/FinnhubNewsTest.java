package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinnhubNewsTest {

  private static final String NEWS = "/finnhub/api/v1/company-news?token=k";
  private static final String MONTH = "&from=2026-02-11&to=2026-03-11";

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
  void theNewsOfTheAskedDaysComeNewestFirstAndNoneBeforeItIsPublished() {
    JsonNode news = probe.json(NEWS + "&symbol=AAPL&from=2026-03-09&to=2026-03-31");
    assertTrue(news.isArray() && news.size() > 3, news::toString);
    long before = Probe.OPEN.getEpochSecond();
    for (JsonNode item : news) {
      assertTrue(item.path("datetime").asLong() <= before + 1500, item::toString);
      before = item.path("datetime").asLong();
    }
    assertTrue(before >= Instant.parse("2026-03-09T00:00:00Z").getEpochSecond());
  }

  @Test
  void aLaterPollBringsWhatWasPublishedSinceAndTheRestUnchanged() throws Exception {
    List<JsonNode> first = items(probe, NEWS + "&symbol=AAPL&from=2026-03-01&to=2026-03-20");
    try (Probe later = Probe.at(Probe.OPEN.plusSeconds(86_400))) {
      List<JsonNode> second = items(later, NEWS + "&symbol=AAPL&from=2026-03-01&to=2026-03-20");
      assertTrue(second.size() > first.size());
      assertTrue(second.containsAll(first));
    }
  }

  @Test
  void someStoriesComeTwiceWithOtherIdsAndAddressesAndSomeAsRedirects() {
    List<JsonNode> month = items(probe, NEWS + "&symbol=MSFT" + MONTH);
    Set<String> ids = new HashSet<>();
    Set<String> stories = new HashSet<>();
    Set<String> copies = new HashSet<>();
    for (JsonNode item : month) {
      assertTrue(ids.add(item.path("id").asText()), "an id of its own: " + item);
      String story = item.path("headline").asText() + item.path("datetime");
      if (!stories.add(story)) {
        copies.add(story);
      }
    }
    long redirects =
        month.stream()
            .filter(item -> item.path("url").asText().startsWith("https://finnhub.io/api/news?id="))
            .count();
    long reprints =
        month.stream().filter(item -> item.path("url").asText().endsWith("/reprint")).count();
    assertTrue(copies.size() > 5 && redirects > 5 && reprints > 2, () -> month.toString());
    assertTrue(redirects < month.size() / 2);
  }

  @Test
  void anUnknownSymbolHasNoNews() {
    assertEquals("[]", probe.get(NEWS + "&symbol=NOPE" + MONTH).body());
  }

  @Test
  void wrongDatesAndMissingKeysAreRefused() {
    assertEquals(422, probe.get(NEWS + "&symbol=AAPL&from=yesterday&to=2026-03-11").statusCode());
    assertEquals(422, probe.get(NEWS + MONTH).statusCode());
    assertEquals(429, probe.get("/finnhub/api/v1/company-news?symbol=AAPL" + MONTH).statusCode());
  }

  @Test
  void faultsReachIntoTheBareArray() {
    probe.simulator.inject(
        Fault.on("finnhub.companyNews", FaultKind.MISSING_MEMBERS).with("members", "datetime"));
    JsonNode news = probe.json(NEWS + "&symbol=AAPL" + MONTH);
    assertFalse(news.isEmpty());
    news.forEach(item -> assertFalse(item.has("datetime"), item::toString));
  }

  private static List<JsonNode> items(Probe probe, String path) {
    List<JsonNode> items = new ArrayList<>();
    probe.json(path).forEach(items::add);
    return items;
  }
}
