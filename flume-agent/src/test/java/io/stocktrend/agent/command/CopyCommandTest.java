package io.stocktrend.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyCommandTest {
  @TempDir Path root;

  @Test
  void everyDatasetIsCopiedAndTheSecondCopyFindsAllThere() throws Exception {
    for (Dataset dataset : Dataset.values()) {
      CopyRun.fill(root, dataset);
    }
    CopyRun run = new CopyRun(root, false);

    assertEquals(0, run.copy("--to", "csv"));
    assertEquals(
        "financial_data: 20 rows read, 0 of them known there, 0 refused", run.lines().get(0));
    assertTrue(
        Files.exists(root.resolve("csv/context/policy_data/date=2026-11-02")),
        "where the shipped agents have it");

    assertEquals(0, run.copy("--to", "csv", "policy_data"));
    assertEquals(
        "[policy_data: 20 rows read, 20 of them known there, 0 refused]", run.lines().toString());
    assertEquals("", run.errors(), "no progress without a terminal");
  }

  @Test
  void onATerminalABarIsShownAndErased() throws Exception {
    CopyRun.fill(root, Dataset.NEWS_DATA);
    CopyRun run = new CopyRun(root, true);

    assertEquals(0, run.copy("--to", "json", "news_data"));

    assertEquals(
        "\r\u001b[K[" + "#".repeat(40) + "] 100 % news_data 2026-11-02\r\u001b[K", run.errors());
  }

  @Test
  void anOutputElsewhereIsACopyOfItsOwn() throws Exception {
    CopyRun.fill(root, Dataset.NEWS_DATA);
    CopyRun run = new CopyRun(root, false);
    Path elsewhere = root.resolve("else where");

    assertEquals(0, run.copy("--to", "json", "news_data", "--output", elsewhere.toString()));

    assertTrue(Files.exists(elsewhere.resolve("news_data/date=2026-11-02")));
    assertFalse(Files.exists(root.resolve("json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to jdbc --output x | --output is for csv and json",
        "--to csv --url jdbc:postgresql://h/d | --url and --user are for jdbc and mongo",
        "--to json --user u | --url and --user are for jdbc and mongo",
        "--to jdbc --url jdbc:postgresql://h/d | no user for the database: give --user",
        "--to jdbc --user u --url jdbc:postgresql://u:s3cret@h/d | holds a user or a password",
        "--to mongo --url http://h/d | is no address of MongoDB",
        "--to csv --output 100% | --output: path ="
      })
  void whatIsWrongInTheOptionsIsWrongUsage(String arguments, String message) {
    CopyRun run = new CopyRun(root, false);

    ClientException refused =
        assertThrows(ClientException.class, () -> run.copy(arguments.split(" ")));

    assertEquals(Fault.REQUEST, refused.fault(), refused::getMessage);
    assertTrue(refused.getMessage().contains(message), refused::getMessage);
    assertFalse(refused.getMessage().contains("s3cret"), refused::getMessage);
  }

  @Test
  void whereNothingCanBeWrittenTheAdviceSaysSo() throws Exception {
    CopyRun.fill(root, Dataset.NEWS_DATA);
    Files.createFile(root.resolve("csv"));
    CopyRun run = new CopyRun(root, false);

    ClientException failed =
        assertThrows(ClientException.class, () -> run.copy("--to", "csv", "news_data"));

    assertEquals(Fault.DATA, failed.fault());
    assertTrue(
        failed.getMessage().startsWith("the copy of news_data stopped, the same command goes on"),
        failed::getMessage);
  }

  @Test
  void aDatabaseThatIsAwayIsNoWrongUsage() throws Exception {
    CopyRun.fill(root, Dataset.NEWS_DATA);
    CopyRun run = new CopyRun(root, false);

    ClientException failed =
        assertThrows(
            ClientException.class,
            () -> run.copy("--to", "jdbc", "--user", "u", "--url", "jdbc:postgresql://[::1]:1/d"));

    assertEquals(Fault.DATA, failed.fault());
    assertTrue(failed.getMessage().contains("refused"), failed::getMessage);
  }
}
