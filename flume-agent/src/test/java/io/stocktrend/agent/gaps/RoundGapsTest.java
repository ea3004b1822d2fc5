package io.stocktrend.agent.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.state.Run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the run log can tell: rounds of news, indicators and announcements. */
final class RoundGapsTest {
  private static final String HEADER = "dataset,item,from,to,missing,cause,detail\n";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(60);
  private final Instant first = now.minusSeconds(60).minus(HOUR.multipliedBy(48));

  @TempDir Path folder;

  private Instant hour(int number) {
    return first.plus(HOUR.multipliedBy(number));
  }

  private String news(String item, int from, int to, String rest) {
    return "news_data,%s,%s,%s,%s%n".formatted(item, hour(from), hour(to), rest);
  }

  @Test
  void aRoundIsMissedUntilALaterOneObtainsTheItemOrARepairDoes() throws Exception {
    try (GapRig rig = GapRig.ofContext(folder)) {
      Map<String, List<String>> quota = Map.of("finnhub quota", List.of("AAPL"));
      rig.ran("news", hour(0), Outcome.COMPLETE, Map.of());
      rig.ran("news", hour(1), Outcome.REFUSED, quota);
      rig.ran("news", hour(3), Outcome.COMPLETE, Map.of());
      for (int hour = 4; hour < 47; hour++) {
        rig.ran("news", hour(hour), Outcome.REFUSED, quota);
      }
      rig.ran("news", hour(47), Outcome.FAILED, Map.of());
      assertEquals(0, rig.gaps(now, "news_data"), rig::err);
      assertEquals(
          HEADER
              + news("AAPL", 3, 46, "43,quota,finnhub quota")
              + news("*", 46, 47, "1,failed,the round was cut off"),
          rig.out());

      assertEquals(0, rig.gaps(now, "news_data", "--repair"), rig::err);
      assertEquals(HEADER, rig.out());
      long rows = rig.storedRows(Dataset.NEWS_DATA);
      assertTrue(rows > 0, rig::err);
      assertEquals(
          rows, rig.value("SELECT count(*) FROM news_data WHERE sentiment_score IS NOT NULL"));
      assertEquals(
          0L,
          rig.value(
              "SELECT count(*) FROM news_data WHERE event_time < TIMESTAMPTZ '%s'"
                  .formatted(hour(3))));
      int asked = rig.simulator().requests().size();
      assertEquals(0, rig.gaps(now, "news_data", "--repair"), rig::err);
      assertEquals(asked, rig.simulator().requests().size());
      assertEquals(rows, rig.storedRows(Dataset.NEWS_DATA));
    }
  }

  @Test
  void aSourceWhoseAgentIsDownMissesItsRoundsSinceTheLast() throws Exception {
    try (GapRig rig = GapRig.ofContext(folder)) {
      Instant monday = Instant.parse("2024-06-10T09:00:00Z");
      rig.ran("policy", monday, Outcome.COMPLETE, Map.of());
      String[] june = {"policy_data", "--from=2024-06-10T00:00:00Z", "--to=2024-06-26T00:00:00Z"};
      assertEquals(0, rig.gaps(now, june), rig::err);
      assertEquals(
          HEADER
              + "policy_data,*,2024-06-10T09:00:00Z,2024-06-24T09:00:00Z,2,agent_down,no run in the"
              + " log\n",
          rig.out());
    }
  }

  @ParameterizedTest
  @CsvSource({"MACROECONOMIC_DATA, 6", "POLICY_DATA, 100", "NEWS_DATA, 2"})
  void aBackfillThatIsRepeatedChangesNothing(Dataset dataset, int atLeast) throws Exception {
    try (GapRig rig = GapRig.ofContext(folder)) {
      String[] range = {dataset.id(), "--from=2024-01-01T00:00:00Z", "--to=2024-07-01T00:00:00Z"};
      if (dataset == Dataset.NEWS_DATA) {
        range[1] = "--from=" + hour(0);
        range[2] = "--to=" + hour(40);
      }
      assertEquals(0, rig.backfill(range), rig::err);
      long rows = rig.storedRows(dataset);
      assertTrue(rows >= atLeast, () -> rows + " rows: " + rig.err());
      assertEquals(0, rig.backfill(range), rig::err);
      assertEquals(rows, rig.storedRows(dataset));
    }
  }

  @Test
  void whatCannotBeSetUpIsSaidAndKeepsNothingElseFromBeingLookedAt() throws Exception {
    try (GapRig rig = GapRig.ofContext(folder)) {
      assertEquals(GapRig.THROWN, rig.gaps(now, "policy_data"));
      assertTrue(rig.err().contains("no data folder"), rig::err);
      Files.createDirectories(rig.data());
      String text = Files.readString(rig.agents());
      Files.writeString(rig.agents(), text.replace("raw.sources.news.apiKey.finnhub = k\n", ""));
      assertEquals(0, rig.gaps(now, "policy_data"), rig::err);
      assertEquals("", rig.err());
      assertEquals(0, rig.gaps(now), rig::err);
      assertTrue(rig.err().startsWith("stocktrend: warning: "), rig::err);
      assertTrue(rig.err().contains("no key for finnhub"), rig::err);
      assertEquals(GapRig.THROWN, rig.gaps(now, "news_data"));
      assertTrue(rig.err().contains("no key for finnhub"), rig::err);
    }
  }
}
