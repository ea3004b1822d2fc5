package io.stocktrend.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.SmallMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each example on a small market whose figures are known. */
class ExamplesTest {
  @TempDir private static Path root;
  @TempDir private Path folder;

  private interface Example {
    void run(PrintStream out) throws IOException;
  }

  @BeforeAll
  static void plant() {
    SmallMarket.plantAll(root);
  }

  private static List<String> printed(Example example) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    example.run(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theFirstQueryShowsPriceSizeAndPlaceInTheYear() throws Exception {
    assertEquals(
        List.of(
            "symbol     price  cap (bn $)    P/E  in its 52 weeks",
            "AAPL      131.50        2000   25.0  low |----------------o----| high"),
        printed(out -> FirstQuery.run(root, out)));
  }

  @Test
  void theMovingAveragesAreSetAgainstTheLastClose() throws Exception {
    assertEquals(
        List.of(
            "symbol     close   to SMA 50  to SMA 200  RSI  last crossing of SMA 50 and 200",
            "AAPL      147.57       +3.6%       +6.6%   89  none in 101 sessions",
            "MSFT      147.57       +3.6%       +6.6%   89  none in 101 sessions"),
        printed(out -> MovingAverages.run(root, out)));
  }

  @Test
  void theSentimentIsSetAgainstTheNextSession() throws Exception {
    assertEquals(
        List.of(
            "sentiment  stories  symbols  mean return  median return  sessions up",
            "NEGATIVE         1        1       +0.68%         +0.68%         100%",
            "POSITIVE         1        1       +0.69%         +0.69%         100%"),
        printed(out -> NewsAndReturns.run(root, out)));
  }

  @Test
  void theSlopeOfTheCurveIsShownBeforeAndAfterAStatement() throws Exception {
    assertEquals(
        List.of(
            "statement   target range   10Y - 2Y before   after",
            "2026-10-28  3.50 to 3.75%       +0.40 points  +0.35",
            "Next: FOMC_MEETING <i>of</i> 2026-12-15"),
        printed(out -> YieldCurveAndFomc.run(root, SmallMarket.NOW, out)));
  }

  @Test
  void aQuarterIsShownAsItWasPublishedAndRevised() throws Exception {
    assertEquals(
        List.of(
            "GDP of the quarter from 2014-01-01",
            "released 2014-04-30T23:59:59Z: known the second before nothing, then 17,149.6",
            "released 2014-05-29T23:59:59Z: known the second before 17,149.6, then 17,101.3",
            "released 2014-06-25T23:59:59Z: known the second before 17,101.3, then 17,016.0"),
        printed(out -> PointInTimeMacro.run(root, out)));
  }

  @Test
  void theExportsAreAParquetFileAndATable() throws Exception {
    List<String> lines = printed(out -> ExportForOthers.run(root, folder, out));
    assertEquals("quotes.csv: 2 lines", lines.get(2));
    assertTrue(Files.size(folder.resolve("aapl.parquet")) > 1000);
    assertTrue(Files.readString(folder.resolve("quotes.csv")).startsWith("record_id,"));
  }

  @Test
  void theFeaturesAreSplitByTimeAndJudgedApart() throws Exception {
    assertEquals(
        List.of(
            "features.parquet, of which 492 rows have all indicators and a label",
            "train  2025-12-05 to 2026-07-27   334 rows  rose  59%  rose with RSI below 40  57%",
            "test   2026-08-04 to 2026-11-13   148 rows  rose  53%  rose with RSI below 40  89%"),
        printed(out -> FeaturesForAClassifier.run(root, folder, out)));
    assertTrue(Files.exists(folder.resolve("features.parquet")));
  }

  @Test
  void plainSqlNamesTheLargestMovesAndTheirHeadlines() throws Exception {
    assertEquals(
        List.of(
            "symbol | close | percent | trend | headline",
            "AAPL | 147.57 | 1.23 | UP | </script><script>window.broken=1</script><img src=x onerror=",
            "MSFT | 147.57 | 1.23 | UP | -"),
        printed(out -> PlainSql.run(root, out)));
  }

  @Test
  void withoutDataEachStillSaysSomething() throws Exception {
    for (Example example :
        List.<Example>of(
            out -> FirstQuery.run(folder, out),
            out -> MovingAverages.run(folder, out),
            out -> NewsAndReturns.run(folder, out),
            out -> YieldCurveAndFomc.run(folder, SmallMarket.NOW, out),
            out -> PointInTimeMacro.run(folder, out),
            out -> PlainSql.run(folder, out))) {
      assertTrue(!printed(example).isEmpty());
    }
  }
}
