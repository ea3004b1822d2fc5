package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick start, and what one can do with its data: the examples, and every command. */
final class QuickStartIT {
  private static final DistributionHome HOME = DistributionHome.built();
  private static final Path PROJECT = HOME.folder().getParent().getParent().getParent();

  @TempDir private static Path data;
  @TempDir private static Path quickStartFolder;
  private static String shown;

  @TempDir private Path folder;

  @BeforeAll
  static void collect() throws Exception {
    List<String> command =
        List.of(PROJECT.resolve("quickstart.sh").toString(), "--data", data.toString());
    try (AgentProcess start =
        AgentProcess.start(quickStartFolder, "quickstart", Map.of(), command)) {
      assertEquals(0, start.awaitExit(Duration.ofMinutes(5)), () -> start.out() + start.err());
      shown = start.out();
    }
  }

  @Test
  void itShowsEveryDatasetAndNamesTheReport() throws IOException {
    assertFalse(shown.contains("Building"), shown);
    for (String dataset :
        List.of(
            "financial_data",
            "stock_movements",
            "news_data",
            "macroeconomic_data",
            "policy_data")) {
      assertTrue(shown.contains("\n" + dataset + ", a part of it:\n"), shown);
    }
    Path report = data.resolve("report.html");
    assertTrue(shown.contains("The report, to open in a browser: " + report), shown);
    assertTrue(Files.size(report) > 1_000_000 && Files.size(report) < 5_000_000);
  }

  static Stream<String> examples() throws IOException {
    Path sources = PROJECT.resolve("examples/src/main/java/io/stocktrend/example");
    try (Stream<Path> files = Files.list(sources)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("package-info.java"))
              .map(name -> name.replace(".java", ""))
              .toList();
      assertEquals(8, names.size());
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsInItsReadmeAndShowsFiguresOfTheQuickStart(String name) throws Exception {
    String readme = Files.readString(PROJECT.resolve("examples/README.md"));
    assertTrue(readme.contains("| `examples/run.sh " + name), name + " is not in the README");
    Path script = PROJECT.resolve("examples/run.sh");
    List<String> command = List.of(script.toString(), name, data.toString(), folder.toString());
    try (AgentProcess example = AgentProcess.start(folder, name, Map.of(), command)) {
      assertEquals(0, example.awaitExit(), example.err());
      assertEquals("", example.err());
      String out = example.out();
      assertTrue(out.lines().count() >= 3 && !out.matches("(?s).*\\b(null|NaN)\\b.*"), out);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datasets --format csv > dataset,rows,files,first_event_time",
        "query financial_data --symbol AAPL --columns symbol --format json > {\"symbol\":\"AAPL\"}",
        "query stock_movements --symbol MSFT --adjusted --limit 1 --columns symbol > MSFT",
        "query news_data --all-versions --where sentiment_score<0 --limit 1 > finance-lexicon",
        "query macroeconomic_data --as-of 2026-01-01 --from 2025-01-01 --to 2026-01-01 > gdp",
        "query policy_data --format jsonl --strict > {\"record_id\":",
        "sql --format csv VALUES(42) > 42",
        "features --symbol NVDA --horizon 1d,5d --macro cpi --as-of 2026-11-01 > forward_return_5d",
        "schema stock_movements > sma_200",
        "completion > _complete_stocktrend",
        "query --help > --all-versions",
        "query financial_data --format table --columns symbol --symbol MSFT > ------",
        "compact policy_data --before 2016-01-01 > policy_data: nothing to compact"
      })
  void everyCommandAnswersThroughTheLauncher(String line) throws Exception {
    int end = line.indexOf(" > ");
    String out = stocktrend(line.substring(0, end).split(" ", -1));
    assertTrue(out.contains(line.substring(end + 3)), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl", "parquet"})
  void anExportIsWrittenThroughTheLauncher(String format) throws Exception {
    Path file = folder.resolve("rows." + format);
    stocktrend("export", "financial_data", file.toString(), "--symbol", "AAPL,MSFT");
    assertTrue(Files.size(file) > 100);
  }

  @Test
  void anExportTakesTheFiltersOfAQueryThroughTheLauncher() throws Exception {
    Path file = folder.resolve("bars");
    String[] filters = {
      "--symbol", "AAPL", "--from", "2026-01-05", "--to", "2026-02-01", "--where", "close > 0"
    };
    String[] form = {"--columns", "symbol", "--limit", "3", "--all-versions", "--format", "csv"};
    List<String> export =
        new ArrayList<>(List.of("export", "stock_movements", file.toString(), "--data"));
    export.add(data.toString());
    export.addAll(List.of(filters));
    export.addAll(List.of(form));
    stocktrend(export.toArray(String[]::new));
    assertEquals("symbol\r\nAAPL\r\nAAPL\r\nAAPL\r\n", Files.readString(file));
    stocktrend(
        "export", "stock_movements", file.toString(), "--format", "csv", "--as-of", "2000-01-01");
    assertEquals(1, Files.readAllLines(file).size(), "nothing was known then");
  }

  @Test
  void anAnswerGoesIntoTheFileThatIsNamedThroughTheLauncher() throws Exception {
    Path file = folder.resolve("answer");
    stocktrend("sql", "VALUES (42)", "--format", "json", "--output", file.toString());
    assertTrue(Files.readString(file).contains("42"));
    stocktrend("query", "financial_data", "--format", "parquet", "--output", file.toString());
    assertEquals("PAR1", Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 4));
    stocktrend("report", "--symbol", "MSFT", "--output", file.toString());
    assertTrue(Files.readString(file).contains("Microsoft"));
  }

  @Test
  void aCopyElsewhereIsComparedWithThePrimaryThroughTheLauncher() throws Exception {
    String copies = folder.resolve("copies").toString();
    stocktrend("copy", "--to", "csv", "financial_data", "--output", copies);
    String compared =
        stocktrend(
            "reconcile",
            "--with",
            "csv",
            "financial_data",
            "--output",
            copies,
            "--from",
            "2026-01-01",
            "--to",
            "2100-01-01");
    assertEquals("financial_data: 7 rows of 1 days compared, 0 differences", compared.strip());
  }

  private String stocktrend(String... arguments) throws Exception {
    try (AgentProcess command =
        HOME.run(folder, "stocktrend", Map.of("STOCKTREND_DATA", data.toString()), arguments)) {
      assertEquals(0, command.awaitExit(), command.err());
      assertEquals("", command.err());
      return command.out();
    }
  }
}
