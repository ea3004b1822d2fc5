package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.record.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One round of both agents as they are shipped, over the whole universe. */
final class AllFeedsIT {
  @TempDir static Path folder;

  private static StillMarket market;
  private static BothAgents agents;
  private static MarketDataClient client;
  private static List<String> complaints;

  @BeforeAll
  static void collect() throws Exception {
    market = StillMarket.openNow();
    agents = new BothAgents(folder, market.providersFile(folder));
    long start = System.nanoTime();
    agents.start();
    agents.awaitRound();
    long emitted = agents.attempts().stream().mapToLong(BothAgents.Attempt::emitted).sum();
    agents.await(() -> agents.stored().rows() >= emitted, emitted + " rows stored");
    System.out.printf("%d rows in %d s%n", emitted, (System.nanoTime() - start) / 1_000_000_000);
    agents.terminate();
    complaints = agents.complaints();
    assertEquals(emitted, agents.stored().rows(), "stored is what was emitted");
    client = MarketDataClient.open(agents.data());
  }

  @AfterAll
  static void close() {
    if (client != null) {
      client.close();
    }
    agents.close();
    market.close();
  }

  @Test
  void sevenQuotesLand() {
    assertEquals(StillMarket.SYMBOLS, list("SELECT symbol FROM financial_data ORDER BY symbol"));
  }

  @Test
  void theMovementsOfTheWholeIndexLandWithTheirLongAverage() {
    String last = "arg_max(sma_200, event_time)";
    String symbols =
        "SELECT symbol FROM stock_movements GROUP BY symbol HAVING " + last + " IS NOT NULL";
    assertEquals(503, list(symbols).size());
    assertEquals(503, list("SELECT DISTINCT symbol FROM stock_movements").size());
    String bars = "(SELECT count(*) AS bars FROM stock_movements GROUP BY symbol)";
    List<String> counts = list("SELECT DISTINCT bars FROM " + bars);
    assertTrue(List.of(List.of("300"), List.of("301")).contains(counts), counts::toString);
  }

  @Test
  void newsLandWithTheirSentimentAndWhatScoredIt() {
    assertEquals(0L, one("SELECT count(*) FROM news_data WHERE sentiment_model IS NULL"));
    assertEquals(0L, one("SELECT count(*) FROM news_data WHERE sentiment_score IS NULL"));
    assertEquals(
        List.of("NEGATIVE", "NEUTRAL", "POSITIVE"),
        list("SELECT DISTINCT sentiment_label FROM news_data ORDER BY 1"));
    assertEquals(
        List.of("finnhub", "newsapi"), list("SELECT DISTINCT provider FROM news_data ORDER BY 1"));
    assertTrue(list("SELECT DISTINCT symbol FROM news_data").size() > 490);
  }

  @Test
  void macroIndicatorsLand() {
    Set<String> found = new TreeSet<>(list("SELECT DISTINCT indicator FROM macroeconomic_data"));
    assertTrue(found.size() >= 10, found::toString);
    assertTrue(
        found.containsAll(
            Set.of(
                "federal_funds_rate",
                "treasury_10y",
                "unemployment_rate",
                "gdp",
                "cpi",
                "inflation_expectation_10y")),
        found::toString);
    assertEquals(
        List.of("fred", "worldbank"),
        list("SELECT DISTINCT provider FROM macroeconomic_data ORDER BY 1"));
  }

  @Test
  void everyKindOfPolicyLands() {
    assertEquals(
        List.of(
            "FED_PRESS_RELEASE",
            "FED_SPEECH",
            "FOMC_MEETING",
            "FOMC_MINUTES",
            "FOMC_STATEMENT",
            "TREASURY_AUCTION",
            "TREASURY_DEBT",
            "TREASURY_INTEREST_RATE",
            "TREASURY_YIELD_CURVE"),
        list("SELECT DISTINCT kind FROM policy_data ORDER BY 1"));
    assertEquals(
        0L, one("SELECT count(*) FROM policy_data WHERE kind = 'FOMC_STATEMENT' AND url IS NULL"));
  }

  @Test
  void everyRecordIsThereOnceAndNothingIsSetAsideOrComplainedOf() {
    agents.stored().counts().forEach(AllFeedsIT::assertOnce);
    assertEquals(List.of(), agents.stored().quarantined());
    assertEquals(List.of(), complaints);
  }

  @Test
  void noRowIsKnownBeforeItsFactCouldBe() {
    PointInTime rules = new PointInTime(client);
    assertEquals(Map.of(), rules.violations());
    assertEquals(List.of(), rules.wronglyFinalBars());
  }

  /** NewsAPI gives a search's newest hundred results: the next round asks for the older ones. */
  @Test
  void aSecondStartEmitsNothingAgain() throws Exception {
    Map<Dataset, PartFiles.Count> before = agents.stored().counts();
    try (BothAgents again = new BothAgents(folder, market.providersFile(folder))) {
      again.withEach("schedule = * * * * *").withoutDelay().start();
      again.awaitRound();
      List<BothAgents.Attempt> attempts = again.attempts();
      assertTrue(
          attempts.stream().allMatch(one -> one.emitted() == 0 || one.source().equals("news")),
          attempts::toString);
      again.terminate();
    }
    Map<Dataset, PartFiles.Count> after = agents.stored().counts();
    after.forEach(AllFeedsIT::assertOnce);
    before.remove(Dataset.NEWS_DATA);
    after.remove(Dataset.NEWS_DATA);
    assertEquals(before, after);
    String told = "symbol, regexp_replace(headline, ' - [^-]*$', '')";
    String twice = "count(*) > 1 AND max(event_time) - min(event_time) < INTERVAL 18 HOUR";
    assertEquals(
        List.of(),
        list(
            "SELECT list(provider || ' ' || url) FROM news_data_all GROUP BY %s HAVING %s"
                .formatted(told, twice)));
  }

  private static void assertOnce(Dataset dataset, PartFiles.Count count) {
    assertTrue(count.rows() > 0, dataset + " is empty");
    assertEquals(count.rows(), count.ids(), dataset.id());
  }

  private static List<String> list(String sql) {
    return client.sql(sql).list().stream().map(row -> row.values().get(0).toString()).toList();
  }

  private static Object one(String sql) {
    return client.sql(sql).list().get(0).values().get(0);
  }
}
