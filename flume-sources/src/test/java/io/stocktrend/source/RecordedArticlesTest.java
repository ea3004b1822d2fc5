package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Article;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.Articles;
import io.stocktrend.source.provider.ProviderServer;
import io.stocktrend.source.provider.Recording;
import io.stocktrend.source.provider.SteppedTime;
import io.stocktrend.source.provider.finnhub.FinnhubArticleProvider;
import io.stocktrend.source.provider.newsapi.NewsApiArticleProvider;
import io.stocktrend.source.state.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flume.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Finnhub and NewsAPI really sent about news, read in place from the folder in the system
 * property {@code stocktrend.recordings}.
 */
public class RecordedArticlesTest {
  /**
   * Body, the kind of refusal that it is, or the number of stories by symbol and why others fail.
   */
  private static final Map<String, String> PROVES =
      Map.ofEntries(
          Map.entry("finnhub/company-news-AAPL-2020-duplicates.json", "{AAPL=4} {}"),
          Map.entry("finnhub/error-401-invalid-key.json", "AUTHENTICATION"),
          Map.entry("finnhub/error-403-no-access.json", "AUTHENTICATION"),
          Map.entry("finnhub/error-429-empty-token.txt", "AUTHENTICATION"),
          Map.entry("finnhub/error-429-limit-reached-2020.txt", "RATE_LIMIT"),
          Map.entry("newsapi/error-401-apiKeyInvalid.json", "AUTHENTICATION"),
          Map.entry("newsapi/error-426-maximumResultsReached.json", "AUTHENTICATION"),
          Map.entry("newsapi/error-426-parameterInvalid-too-far-in-past.json", "AUTHENTICATION"),
          Map.entry("newsapi/error-429-rateLimited.json", "QUOTA"),
          Map.entry(
              "newsapi/everything-q-keyword.json",
              "{AMZN=1, GOOGL=6, MSFT=1} {names none of the companies=12}"),
          Map.entry("newsapi/everything-zero-results.json", "{} {}"),
          Map.entry(
              "newsapi/top-headlines-business-us-64.json",
              "{AAPL=3, AMZN=2, BA=1, GOOGL=1, MSFT=1, PYPL=3, TSLA=4} {names none of the companies=53}"));

  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "AAPL", "Apple Inc.",
              "AMZN", "Amazon",
              "BA", "Boeing",
              "GOOGL", "Google",
              "MSFT", "Microsoft",
              "PYPL", "PayPal",
              "TSLA", "Tesla, Inc."));

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
  private Path recordings;

  @BeforeEach
  void find() {
    recordings = Recording.folder();
  }

  /** The bodies that the table knows. */
  public static Set<String> names() {
    return PROVES.keySet();
  }

  @TestFactory
  Stream<DynamicTest> everyBodyProvesWhatTheTableSays() {
    return PROVES.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(), () -> assertEquals(row.getValue(), proof(row.getKey()))));
  }

  @Test
  void theStoryThatCameThreeTimesIsStoredOnceAndTheOtherToo() throws Exception {
    Articles answer = send("finnhub/company-news-AAPL-2020-duplicates.json");
    List<Event> events = new ArrayList<>();
    try (SourceState state = SourceState.open(folder.resolve("desk"))) {
      Emitter emitter = new Emitter(events::addAll, state, 10, time.timing());
      NewsDesk.offer(answer, time.instant(), emitter);
      NewsDesk.offer(answer, time.instant(), emitter);
      emitter.flush();
    }
    assertEquals(
        List.of("2020-12-08T00:00:00.000000Z", "2020-12-08T09:00:00.000000Z"),
        Bench.ids(events).stream().map(id -> id.replaceFirst(".*\\|", "")).toList());
  }

  @Test
  void aRecordedStoryHasItsValues() throws Exception {
    Article.Builder finnhub =
        send("finnhub/company-news-AAPL-2020-duplicates.json").stories().get(0);
    assertEquals(
        "Apple preps next Mac chips with aim to outclass highest-end PCs", finnhub.getHeadline());
    assertEquals(Instant.parse("2020-12-08T09:00:00Z"), finnhub.getEventTime());
    assertEquals("https://www.thestar.com.my", finnhub.getPublisher());
    assertTrue(finnhub.getSummary().endsWith("at outperforming Intel Corp’s fastest."));
    Article.Builder newsApi =
        send("newsapi/everything-q-keyword.json").stories().stream()
            .filter(story -> story.getSymbol().equals("AMZN"))
            .findFirst()
            .orElseThrow();
    assertEquals("Search Engine Journal", newsApi.getPublisher());
    assertEquals(Instant.parse("2021-07-19T13:45:34Z"), newsApi.getEventTime());
    assertEquals(
        "https://www.searchenginejournal.com/amazon-seo-keyword-research/413470/",
        newsApi.getUrl());
  }

  @Test
  void anAnswerWithMoreResultsThanItListsIsCompleteOnlyForThose() throws Exception {
    // Within a month of the oldest.
    time.set("2021-08-15T00:00:00Z");
    assertEquals(
        Instant.parse("2021-07-19T13:45:34Z"),
        send("newsapi/everything-q-keyword.json", Instant.parse("2021-07-01T00:00:00Z")).from());
  }

  private String proof(String name) throws Exception {
    if (name.contains("/error-")) {
      FailureKind kind = assertThrows(ProviderException.class, () -> send(name)).kind();
      return kind.name();
    }
    Articles answer = send(name);
    Map<String, Long> bySymbol =
        answer.stories().stream()
            .collect(
                Collectors.groupingBy(
                    Article.Builder::getSymbol, TreeMap::new, Collectors.counting()));
    return bySymbol + " " + answer.leftOut();
  }

  private Articles send(String name) throws Exception {
    return send(name, time.instant().minusSeconds(86_400));
  }

  private Articles send(String name, Instant from) throws Exception {
    String provider = name.substring(0, name.indexOf('/'));
    Recording recording = new Recording(recordings.resolve(name));
    // A refusal that shuts a provider must not shut it for the next body.
    Path own = Files.createTempDirectory(folder, "state");
    try (ProviderServer server = new ProviderServer(own, time)) {
      server
          .on("/api/v1/company-news", recording.answer())
          .on("/v2/everything", recording.answer());
      boolean isFinnhub = provider.equals("finnhub");
      ArticleProvider asked =
          isFinnhub
              ? new FinnhubArticleProvider(server.access(provider, "key"))
              : new NewsApiArticleProvider(server.access(provider, "key"));
      List<ArticleQuery> queries =
          NAMES.entrySet().stream()
              .map(n -> new ArticleQuery(n.getKey(), n.getValue(), from, time.instant()))
              .toList();
      return asked.requests(queries, 1).get(0).call().send();
    }
  }
}
