package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.Format;
import io.stocktrend.client.MarketDataClient;
import io.stocktrend.client.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportCommandTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void twoQuotes() throws IOException {
    root = Files.createDirectory(folder.resolve("data"));
    TestData.quotes(
        root, T, TestData.quote("AAPL", T, 201.5), TestData.quote("=X", T.plusSeconds(1), -1));
  }

  private CommandRun run(String... arguments) {
    return CommandRun.over(root, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void theFilesEndingSaysTheFormat(Format format) throws IOException {
    Path file = folder.resolve("out." + format.id().toUpperCase(Locale.ROOT));
    assertEquals(0, run("export", "financial_data", file.toString(), "--limit", "1").exitCode());
    String start = Files.readString(file, StandardCharsets.ISO_8859_1);
    String expected =
        switch (format) {
          case CSV, RAW_CSV -> "record_id,event_time";
          case JSON -> "[\n{\"record_id\":";
          case JSONL -> "{\"record_id\":";
          case PARQUET -> "PAR1";
        };
    assertTrue(start.startsWith(expected), start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"``|'=X,-1.0", "--raw|=X,-1.0"})
  void textsThatLookLikeFormulasAreHarmlessUnlessRaw(String raw, String line) throws IOException {
    Path file = folder.resolve("out.txt");
    List<String> arguments =
        new ArrayList<>(List.of("export", "financial_data", file.toString(), "--format", "csv"));
    arguments.addAll(List.of("--columns", "symbol,close", "--symbol", "=x"));
    if (!raw.isEmpty()) {
      arguments.add(raw);
    }
    CommandRun run = run(arguments.toArray(String[]::new));
    assertEquals("", run.out() + run.err());
    assertEquals("symbol,close\r\n" + line + "\r\n", Files.readString(file));
  }

  @Test
  void allFiltersOfAQueryNarrowAnExport() throws IOException {
    Path file = folder.resolve("out.jsonl");
    String[] filters = {
      "--from",
      "2026-11-02",
      "--to",
      "2026-11-03",
      "--as-of",
      "2026-11-02T15:00:00Z",
      "--where",
      "close > 0",
      "--columns",
      "symbol",
      "--all-versions"
    };
    List<String> arguments = new ArrayList<>(List.of("export", "financial_data", file.toString()));
    arguments.addAll(Arrays.asList(filters));
    assertEquals(0, run(arguments.toArray(String[]::new)).exitCode());
    assertEquals("{\"symbol\":\"AAPL\"}\n", Files.readString(file));
  }

  @Test
  void queryAndSqlWriteParquetFiles() {
    Path byEnding = root.resolve("query.parquet");
    Path byOption = root.resolve("sql.data");
    assertEquals(0, run("query", "financial_data", "--output", byEnding.toString()).exitCode());
    String sql = "SELECT symbol FROM financial_data; -- all";
    CommandRun run = run("sql", sql, "--format", "parquet", "--output", byOption.toString());
    assertEquals(0, run.exitCode(), run.err());
    try (MarketDataClient client = MarketDataClient.open(root)) {
      for (Path file : List.of(byEnding, byOption)) {
        assertEquals(2, client.sql("FROM read_parquet('" + file + "')").list().size());
      }
    }
  }

  @Test
  void oneUnknownSymbolAmongOthersIsAWarning() {
    CommandRun run = run("query", "financial_data", "--symbol", "aapl,msft", "--columns", "symbol");
    assertEquals("symbol\r\nAAPL\r\n", run.out());
    assertTrue(run.err().startsWith("stocktrend: warning: financial_data has no symbol 'MSFT'"));
    assertEquals(0, run.exitCode());
  }

  @Test
  void aDamagedPartIsAWarningAndStrictlyAFailure() throws IOException {
    Path whole = root.resolve("raw/financial_data/date=2026-11-02/a.parquet");
    Path bad = whole.resolveSibling("bad.parquet");
    Files.write(bad, Arrays.copyOf(Files.readAllBytes(whole), 500));
    CommandRun run = run("query", "financial_data", "--columns", "symbol");
    assertEquals("symbol\r\nAAPL\r\n=X\r\n", run.out());
    assertTrue(run.err().startsWith("stocktrend: warning: left out: the part file " + bad));
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(0, run.exitCode());
    CommandRun strict = run("query", "financial_data", "--strict");
    assertEquals(1, strict.exitCode());
    assertEquals("", strict.out());
    assertTrue(strict.err().contains(bad.toString()), strict.err());
  }

  @Test
  void theBarShowsPartsOfTheWhole() {
    assertEquals("[" + ".".repeat(40) + "]   0 %", ProgressBar.bar(-1));
    assertEquals("[" + "#".repeat(20) + ".".repeat(20) + "]  50 %", ProgressBar.bar(0.5));
    assertEquals("[" + "#".repeat(40) + "] 100 %", ProgressBar.bar(1.2));
  }

  @Test
  void progressIsForTerminalsOnlyAndLeavesNoTrace() {
    String sql =
        "SELECT md5(i::VARCHAR) AS a, md5((i + 1)::VARCHAR) AS b FROM range(1500000) t(i) ORDER BY a";
    String file = folder.resolve("out.csv").toString();
    String[] arguments = {"sql", sql, "--output", file, "--data", root.toString()};
    assertEquals("", CommandRun.of(arguments).err());
    String shown = CommandRun.of(true, arguments).err();
    assertTrue(shown.contains("%") && shown.endsWith("\r\u001b[K"), shown);
    assertFalse(shown.contains("\n"), shown);
  }

  @Test
  void completionNamesCommandsAndOptions() throws Exception {
    CommandRun run = CommandRun.of("completion");
    for (String name : List.of("datasets", "export", "features", "--as-of", "--horizon")) {
      assertTrue(run.out().contains(name), name);
    }
    Path script = Files.writeString(folder.resolve("completion"), run.out());
    Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();
    assertEquals("", new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, bash.waitFor());
  }
}
