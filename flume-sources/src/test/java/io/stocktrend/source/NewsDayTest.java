package io.stocktrend.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Article;
import io.stocktrend.simulator.ReceivedRequest;
import io.stocktrend.simulator.market.Companies;
import io.stocktrend.simulator.market.Company;
import io.stocktrend.simulator.market.Newsroom;
import io.stocktrend.simulator.market.Story;
import io.stocktrend.source.provider.LogTape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of hourly rounds over the whole index, within the limits of the providers. */
class NewsDayTest {
  private static final Instant START = Instant.parse("2026-11-02T15:05:00Z");
  private static final String NEWSAPI = "newsapi.everything";
  private static final String FINNHUB = "finnhub.companyNews";
  private static final Newsroom NEWSROOM = new Newsroom(7);
  private static final Collection<Company> COMPANIES = Companies.seeded(7).all();

  @TempDir Path folder;
  private NewsBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new NewsBench(folder, START.toString());
    StringBuilder table = new StringBuilder("symbol,name,sector,from,to\n");
    for (Company each : COMPANIES) {
      table.append(each.symbol()).append(",\"").append(each.name()).append("\",,,\n");
    }
    bench.symbols(table.toString());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theFreePlanOfNewsApiServesTheWholeIndexAcrossARestartWithoutOneRefusal() throws Exception {
    bench.with("providers", "newsapi").with("apiKey.newsapi", "developer").start();
    try (LogTape tape = new LogTape()) {
      bench.run(Duration.ofHours(24));
      bench.restart();
      bench.run(Duration.ofHours(8));
      assertEquals(List.of(), tape.lines("WARN", ""));
    }
    List<ReceivedRequest> requests = bench.requests(NEWSAPI);
    assertTrue(most(requests, Duration.ofHours(24)) <= 100, "in any 24 hours");
    assertTrue(most(requests, Duration.ofHours(12)) <= 50, "in any 12 hours");
    assertEquals(Set.of(), unasked(requests.subList(0, 96)), "within the first day");
    // A symbol's lookback is counted from its first turn, and all have had one after six hours.
    assertEquals(List.of(), missing(START.minus(Duration.ofHours(66)), START.plusSeconds(3600)));
    assertOnce();
  }

  @Test
  void aRoundOfFinnhubKeepsItsLimitsAndBringsEveryStory() throws Exception {
    bench.with("providers", "finnhub").with("concurrency", "1").start();
    bench.poll();
    List<ReceivedRequest> requests = bench.requests(FINNHUB);
    assertEquals(COMPANIES.size(), requests.size());
    assertTrue(most(requests, Duration.ofMinutes(1)) <= 60, "in any minute");
    assertTrue(most(requests, Duration.ofSeconds(1)) <= 30, "in any second");
    assertOnce();
    Set<String> rows = headlines();
    for (Company company : COMPANIES) {
      for (Story story : NEWSROOM.stories(company, START.minus(Duration.ofDays(3)), START)) {
        assertTrue(rows.contains(company.symbol() + ' ' + story.headline()), story::headline);
      }
    }
  }

  /** The most requests in any span of that length. */
  private static int most(List<ReceivedRequest> requests, Duration span) {
    int most = 0;
    for (int first = 0, last = 0; last < requests.size(); last++) {
      Instant begin = requests.get(last).instant().minus(span);
      while (!requests.get(first).instant().isAfter(begin)) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static Set<String> unasked(List<ReceivedRequest> requests) {
    Set<String> names = new TreeSet<>();
    COMPANIES.forEach(company -> names.add(Newsroom.shortName(company)));
    for (ReceivedRequest request : requests) {
      String query = request.query().get("q");
      names.removeIf(query::contains);
    }
    return names;
  }

  /** Stories that NewsAPI has of that span and that no row tells. */
  private List<String> missing(Instant from, Instant to) {
    Set<String> rows = headlines();
    return COMPANIES.stream()
        .flatMap(company -> NEWSROOM.stories(company, from, to).stream())
        .filter(story -> !story.isOneIn(3, 4) && !story.isOneIn(20, 5))
        .filter(story -> !rows.contains(story.company().symbol() + ' ' + story.headline()))
        .map(Story::url)
        .toList();
  }

  private Set<String> headlines() {
    Set<String> headlines = new HashSet<>();
    for (Article row : bench.articles) {
      String title = row.getHeadline();
      int end = title.lastIndexOf(" - ");
      headlines.add(row.getSymbol() + ' ' + (end < 0 ? title : title.substring(0, end)));
    }
    return headlines;
  }

  /** No symbol has two rows of one headline within a day. */
  private void assertOnce() {
    Map<String, Instant> last = new HashMap<>();
    for (Article row : bench.articles) {
      String key = row.getSymbol() + ' ' + row.getHeadline().replaceFirst(" - [^-]*$", "");
      Instant before = last.put(key, row.getEventTime());
      boolean isAgain =
          before != null && Duration.between(before, row.getEventTime()).abs().toHours() < 24;
      assertTrue(!isAgain, key);
    }
  }
}
