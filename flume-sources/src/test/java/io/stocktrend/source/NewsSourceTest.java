package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Article;
import io.stocktrend.record.RecordId;
import io.stocktrend.simulator.Fault;
import io.stocktrend.simulator.FaultKind;
import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Story;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flume.conf.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole source over the simulated providers and Flume's own channel. */
class NewsSourceTest {
  private static final String START = "2026-11-02T15:05:00Z";
  private static final Newsroom NEWSROOM = new Newsroom(7);
  private static final Companies COMPANIES = Companies.seeded(7);
  private static final String FINNHUB = "finnhub.companyNews";
  private static final String NEWSAPI = "newsapi.everything";

  @TempDir Path folder;
  private NewsBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new NewsBench(folder, START);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theFirstRoundStoresEachStoryOfTheLookbackOnce() throws Exception {
    List<Article> first = bench.start().poll();
    assertEquals(published(Instant.parse("2026-10-30T00:00:00Z"), START), headlines(first));
    assertEquals(first.size(), published(Instant.parse("2026-10-30T00:00:00Z"), START).size());
  }

  @Test
  void aRowSaysWhatTheProviderSaidAndWhenItCouldBeKnown() throws Exception {
    List<Article> first = bench.with("providers", "finnhub").start().poll();
    Article row = first.get(0);
    Story story = story(row);
    assertEquals(story.published(), row.getEventTime());
    assertEquals(story.published(), row.getKnownAt());
    assertEquals(Instant.parse(START), row.getCollectedAt());
    assertEquals(story.headline(), row.getHeadline());
    assertEquals(story.summary(), row.getSummary());
    assertEquals(story.publisher(), row.getPublisher());
    assertEquals("company", row.getCategory());
    assertEquals("finnhub", row.getProvider());
    assertTrue(
        row.getRecordId()
            .matches(
                row.getSymbol()
                    + "\\|[0-9a-f]{32}\\|"
                    + story.published().toString().replace("Z", "")
                    + "\\.000000Z"),
        row.getRecordId());
    assertNull(row.getSentimentScore());
    assertNull(row.getSentimentLabel());
    assertNull(row.getSentimentModel());
  }

  @Test
  void theOverlapBringsNothingTwice() throws Exception {
    bench.start().poll();
    bench.time.set("2026-11-02T16:00:00Z");
    Set<String> expected = published(Instant.parse(START).plusSeconds(1), "2026-11-02T16:00:00Z");
    assertEquals(expected, headlines(bench.poll()));
    bench.time.set("2026-11-02T17:00:00Z");
    bench.poll();
    assertOnce();
  }

  @Test
  void theMemorySurvivesARestart() throws Exception {
    bench.start().poll();
    int before = bench.articles.size();
    bench.restart();
    bench.time.set("2026-11-02T15:59:00Z");
    assertEquals(List.of(), bench.poll(), "not due");
    bench.time.set("2026-11-02T16:00:00Z");
    bench.poll();
    assertTrue(bench.requests(FINNHUB).size() == 10 && before > 0);
    assertOnce();
  }

  @Test
  void oneSymbolsFailureIsOneSymbols() throws Exception {
    bench.simulator.inject(
        Fault.on(FINNHUB, FaultKind.STATUS).with("status", 500).forSymbol("MSFT").times(4));
    bench.with("providers", "finnhub").start().poll();
    assertEquals(Set.of("AAPL", "KO", "NVDA", "TSLA"), symbols());
    bench.time.pass(Duration.ofMinutes(1));
    bench.poll();
    assertTrue(symbols().contains("MSFT"));
    assertEquals(9, bench.requests(FINNHUB).size(), "only what failed is asked for again");
  }

  @Test
  void aProviderWithoutItsKeyIsLeftOut() throws Exception {
    bench.with("apiKey.newsapi", "").start().poll();
    assertEquals(List.of(), bench.requests(NEWSAPI));
    assertEquals(5, bench.requests(FINNHUB).size());
  }

  @Test
  void aSourceWithoutAnyKeyRefusesToStart() throws Exception {
    bench.start();
    NewsBench none = new NewsBench(folder.resolve("."), START);
    String message =
        assertThrows(
                ConfigurationException.class,
                () -> none.with("apiKey.finnhub", "").with("apiKey.newsapi", "").start())
            .getMessage();
    none.simulator.close();
    assertTrue(message.contains("no key for finnhub and newsapi"), message);
  }

  @Test
  void aSpentQuotaIsAStateUntilTheNextDay() throws Exception {
    bench.simulator.inject(
        Fault.on(NEWSAPI, FaultKind.STATUS)
            .with("status", 429)
            .with("body", "{\"status\":\"error\",\"code\":\"rateLimited\",\"message\":\"\"}")
            .times(1));
    try (LogTape tape = new LogTape()) {
      bench.start().run(Duration.ofHours(8));
      assertEquals(1, tape.lines("WARN", "newsapi").size(), tape::all);
      assertEquals(1, bench.requests(NEWSAPI).size(), "not asked again on this day");
      assertFalse(tape.lines("INFO", "refused by every provider for some").isEmpty());
      assertEquals(List.of(), tape.lines("INFO", "some still to be asked for"));
      bench.time.set("2026-11-03T01:00:00Z");
      bench.poll();
      assertEquals(2, bench.requests(NEWSAPI).size());
      assertEquals(1, tape.lines("INFO", ", complete;").size());
    }
    assertOnce();
  }

  private Set<String> symbols() {
    return bench.articles.stream().map(Article::getSymbol).collect(Collectors.toSet());
  }

  /** No story has a second row. */
  private void assertOnce() {
    Set<String> keys = new TreeSet<>();
    Set<String> stories = new TreeSet<>();
    for (Article row : bench.articles) {
      assertTrue(keys.add(RecordId.naturalKey(row.getRecordId())), row::toString);
      assertTrue(stories.add(row.getSymbol() + story(row).number()), row::toString);
    }
  }

  private static Set<String> headlines(List<Article> rows) {
    return rows.stream()
        .map(row -> row.getSymbol() + " " + story(row).headline() + story(row).number())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> published(Instant from, String to) {
    Set<String> all = new TreeSet<>();
    for (Company company : companies()) {
      for (Story story : NEWSROOM.stories(company, from, Instant.parse(to))) {
        all.add(company.symbol() + " " + story.headline() + story.number());
      }
    }
    return all;
  }

  private static List<Company> companies() {
    return List.of("AAPL", "MSFT", "KO", "NVDA", "TSLA").stream()
        .map(symbol -> COMPANIES.find(symbol).orElseThrow())
        .toList();
  }

  /** The made-up story that a row is of; a reprint comes up to half an hour later. */
  private static Story story(Article row) {
    Company company = COMPANIES.find(row.getSymbol()).orElseThrow();
    Instant time = row.getEventTime();
    return NEWSROOM.stories(company, time.minus(Duration.ofMinutes(30)), time).stream()
        .filter(story -> row.getHeadline().startsWith(story.headline()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no story is told by " + row));
  }
}
