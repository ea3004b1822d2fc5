package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import io.stocktrend.record.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a whole: its commands, and its words for mistakes. */
class StockTrendTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | query financial_dat                       | did you mean 'financial_data'?
          2 | query financial_data --columns clos       | did you mean 'close'?
          2 | query financial_data --where clos>1       | Referenced column "clos" not found
          2 | query financial_data --from 2026-13-01    | write 2026-11-01 (its start in UTC)
          2 | query financial_data --as-of 2026-11-01T1 | 2026-11-01T14:30:00+01:00
          2 | query financial_data --from 2026-11-02 --to 2026-11-01 | is after
          2 | query financial_data --format xml         | known are table, csv, json, jsonl, parquet
          2 | query financial_data --limit -1           | it must be 0 or more
          2 | query financial_data --bogus              | --bogus
          2 | query                                     | DATASET
          2 | query financial_data --format parquet     | name it with --output FILE.parquet
          2 | query financial_data --symbol AAPK        | financial_data has no symbol 'AAPK': did you mean 'AAPL'?
          2 | query financial_data --adjusted           | only stock_movements has
          2 | query news_dat                            | did you mean 'news_data'?
          2 | export financial_data                     | FILE
          2 | export financial_data /tmp/x.xlsx         | known are csv, json, jsonl, parquet
          2 | export financial_data /tmp/x --format xml | known are csv, json, jsonl, parquet
          2 | features --horizon 1w                     | is no horizon: write sessions, e.g. 1d or 5d
          1 | features                                  | no data yet in
          2 | sql DROP                                  | syntax error
          1 | query news_data                           | no data yet in
          1 | query financial_data --data /nowhere/at   | no data folder /nowhere/at
          """)
  void aMistakeIsOneLineThatSaysWhatToDo(int exitCode, String arguments, String hint) {
    TestData.quotes(root, T, TestData.quote("AAPL", T, 1));
    CommandRun result = CommandRun.over(root, arguments.split(" "));
    assertTrue(result.err().contains(hint), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(exitCode, result.exitCode());
    assertEquals("", result.out());
  }

  @Test
  void anEmptyRootHasFiveEmptyDatasets() {
    CommandRun result = CommandRun.over(root, "datasets");
    assertEquals(6, result.out().lines().count());
    assertTrue(result.out().contains("policy_data,0,0,,,\r\n"), result.out());
    assertEquals(0, CommandRun.over(root, "sql", "SELECT * FROM policy_data").exitCode());
  }

  @Test
  void schemaTellsMeaningAndNaturalKey() {
    String text = CommandRun.wide("schema", "stock_movements").out();
    assertTrue(text.contains("Natural key: symbol, interval, event_time\n"), text);
    for (var field : Dataset.STOCK_MOVEMENTS.schema().getFields()) {
      assertTrue(text.contains("\n" + field.name() + " ") && text.contains(field.doc()), text);
    }
  }

  @Test
  void commandsOfOtherModulesJoin() {
    ByteArrayOutputStream none = new ByteArrayOutputStream();
    Stdio stdio = new Stdio(none, new PrintStream(none, true, StandardCharsets.UTF_8), false, 80);
    assertEquals(7, StockTrend.run(stdio, "greeting"));
  }
}
