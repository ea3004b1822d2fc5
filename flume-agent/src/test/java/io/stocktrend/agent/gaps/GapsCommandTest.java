package io.stocktrend.agent.gaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.record.Dataset;
import io.stocktrend.source.state.Run.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of June 2024 with a holiday on Wednesday the 19th. */
final class GapsCommandTest {
  private static final Instant NOW = Instant.parse("2024-06-22T12:00:00Z");
  private static final String FROM = "--from=2024-06-10T00:00:00Z";
  private static final String TO = "--to=2024-06-22T00:00:00Z";
  private static final String HEADER = "dataset,item,from,to,missing,cause,detail\n";

  @TempDir Path folder;

  private static String bars(String symbol, String from, String to, String rest) {
    return "stock_movements,%s,%sT13:30:00Z,%sT20:00:00Z,%s%n".formatted(symbol, from, to, rest);
  }

  private void evening(GapRig rig, String day, Map<String, List<String>> failed) throws Exception {
    rig.ran("movements", Instant.parse(day + "T21:00:00Z"), Outcome.COMPLETE, failed);
  }

  @Test
  void everyPlantedGapHasItsCauseAndIsRepairedWhereThatIsPossible() throws Exception {
    try (GapRig rig =
        new GapRig(
            folder, "AAPL,Apple,IT,,", "MSFT,Microsoft,IT,,2024-06-12", "ZZZZ,Nobody,IT,,")) {
      plant(rig);
      assertEquals(0, rig.gaps(NOW, "stock_movements", FROM, TO), rig::err);
      String halt = "1,halt,the provider answered and had no bar";
      String unknownSymbol =
          bars("ZZZZ", "2024-06-10", "2024-06-10", "1,provider_empty,yahoo not_found");
      assertEquals(
          HEADER
              + bars("AAPL", "2024-06-10", "2024-06-10", halt)
              + unknownSymbol
              + bars("AAPL", "2024-06-11", "2024-06-11", "1,refused,yahoo authentication")
              + bars("ZZZZ", "2024-06-11", "2024-06-13", halt.replace('1', '3'))
              + bars(
                  "AAPL", "2024-06-12", "2024-06-12", "1,quota,\"yahoo not_found, finnhub quota\"")
              + bars("AAPL", "2024-06-13", "2024-06-13", "1,failed,yahoo unavailable")
              + bars("AAPL", "2024-06-14", "2024-06-21", "5,agent_down,no run in the log")
              + bars("ZZZZ", "2024-06-14", "2024-06-21", "5,agent_down,no run in the log"),
          rig.out());
      assertRepaired(rig);
    }
  }

  /** AAPL has no bar, MSFT has all of its own, nobody knows ZZZZ. */
  private void plant(GapRig rig) throws Exception {
    assertEquals(
        0,
        rig.backfill("stock_movements", "--from=2024-06-10T00:00:00Z", TO, "--symbol=MSFT"),
        rig::err);
    assertEquals(3, rig.storedRows(Dataset.STOCK_MOVEMENTS));
    evening(rig, "2024-06-10", Map.of("yahoo not_found", List.of("ZZZZ")));
    evening(rig, "2024-06-11", Map.of("yahoo authentication", List.of("AAPL")));
    evening(rig, "2024-06-12", Map.of("yahoo not_found, finnhub quota", List.of("AAPL")));
    evening(rig, "2024-06-13", Map.of("yahoo unavailable", List.of("AAPL")));
  }

  private static void assertRepaired(GapRig rig) throws Exception {
    assertEquals(0, rig.gaps(NOW, "stock_movements", FROM, TO, "--repair"), rig::err);
    assertTrue(rig.err().contains("9 rows stored"), rig::err);
    assertTrue(rig.err().contains("ZZZZ: "), rig::err);
    assertEquals(12, rig.storedRows(Dataset.STOCK_MOVEMENTS));
    assertEquals(4, rig.out().lines().count(), rig::out);
    assertTrue(rig.out().lines().skip(1).allMatch(line -> line.contains(",ZZZZ,")), rig::out);

    assertEquals(0, rig.gaps(NOW, "stock_movements", FROM, TO, "--repair"), rig::err);
    assertTrue(rig.err().contains("0 rows stored"), rig::err);
    assertEquals(12, rig.storedRows(Dataset.STOCK_MOVEMENTS));
    assertEquals(12L, rig.value("SELECT count(DISTINCT record_id) FROM stock_movements_all"));
  }

  @Test
  void quotesAreMissedOnlyWhereTheExchangeWasOpenAndCannotBeRepaired() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,")) {
      for (int hour = 0; hour < 24; hour++) {
        if (hour != 3 && hour != 15 && hour != 16) {
          Instant due = Instant.parse("2024-06-18T00:00:00Z").plusSeconds(3600L * hour);
          Map<String, List<String>> failed =
              hour == 18 ? Map.of("yahoo quota", List.of("MSFT")) : Map.of();
          rig.ran("quotes", due, Outcome.COMPLETE, failed);
        }
      }
      String[] day = {"financial_data", "--from=2024-06-18T00:00:00Z", "--to=2024-06-20T00:00:00Z"};
      String expected =
          HEADER
              + "financial_data,*,2024-06-18T14:00:00Z,2024-06-18T16:00:00Z,2,agent_down,no run in"
              + " the log\n"
              + "financial_data,MSFT,2024-06-18T17:00:00Z,2024-06-18T18:00:00Z,1,quota,yahoo"
              + " quota\n";
      assertEquals(0, rig.gaps(NOW, day), rig::err);
      assertEquals(expected, rig.out());
      assertEquals(2, rig.gaps(NOW, day[0], day[1], day[2], "--repair"), rig::err);
      assertEquals(
          "stocktrend: financial_data cannot be filled afterwards: its providers tell quotes of now"
              + " only\n",
          rig.err());
      assertEquals(expected, rig.out());
    }
  }

  @Test
  void barsThatWereCollectedAndAreLostFromTheStoreHaveNoKnownCause() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,")) {
      rig.collected("movements", "AAPL|1d|2024-06-20T13:30:00Z");
      evening(rig, "2024-06-20", Map.of());
      assertEquals(
          0,
          rig.gaps(
              NOW, "stock_movements", "--from=2024-06-20T00:00:00Z", "--to=2024-06-21T00:00:00Z"),
          rig::err);
      assertEquals(
          HEADER
              + bars(
                  "AAPL",
                  "2024-06-20",
                  "2024-06-20",
                  "1,unknown,\"collected, but not in the store\""),
          rig.out());
    }
  }

  @Test
  void aBarIsNotMissedBeforeItsRoundHadItsHour() throws Exception {
    try (GapRig rig = new GapRig(folder, "AAPL,Apple,IT,,")) {
      evening(rig, "2024-06-20", Map.of());
      String[] day = {"stock_movements", "--from=2024-06-20T00:00:00Z"};
      assertEquals(0, rig.gaps(Instant.parse("2024-06-20T21:59:59Z"), day), rig::err);
      assertEquals(HEADER, rig.out());
      assertEquals(0, rig.gaps(Instant.parse("2024-06-20T22:00:00Z"), day), rig::err);
      assertEquals(2, rig.out().lines().count(), rig::out);
    }
  }
}
