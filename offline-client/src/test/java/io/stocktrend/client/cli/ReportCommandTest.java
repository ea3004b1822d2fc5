package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import io.stocktrend.record.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void plantAQuote() {
    TestData.quotes(root(), T, TestData.quote("AAPL", T, 1));
  }

  private Path root() {
    return folder.resolve("data");
  }

  private int run(String... options) {
    Stdio stdio =
        new Stdio(
            out, new PrintStream(err, true, StandardCharsets.UTF_8), false, Integer.MAX_VALUE);
    List<String> report = List.of("report", "--data", root().toString());
    return StockTrend.run(
        stdio, Stream.concat(report.stream(), Stream.of(options)).toArray(String[]::new));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itSaysWhatItWroteWhere() throws Exception {
    Path file = folder.resolve("page.html");
    assertEquals(0, run("--output", file.toString(), "--symbol", " aapl"), said());
    String line = out.toString(StandardCharsets.UTF_8).strip();
    assertTrue(line.startsWith(file + " (1.") && line.endsWith(" MB): AAPL"), line);
    assertTrue(Files.readString(file).contains("\"synthetic\":false,\"symbols\":[\"AAPL\"]"));
    assertTrue(Files.size(file) < 5_000_000);
  }

  @Test
  void aRootThatTheSimulatorFilledIsMarked() throws Exception {
    Files.createFile(root().resolve("SYNTHETIC"));
    Path file = folder.resolve("page.html");
    assertEquals(0, run("--output", file.toString()), said());
    assertTrue(Files.readString(file).contains("\"synthetic\":true"));
  }

  @Test
  void asOfATimeBeforeTheDataNoSymbolIsKnown() throws Exception {
    Path file = folder.resolve("page.html");
    assertEquals(0, run("--output", file.toString(), "--as-of", "2026-11-02"), said());
    assertTrue(Files.readString(file).contains("\"symbols\":[]"));
  }

  @Test
  void aDamagedPartIsLeftOutWithAWarning() throws Exception {
    Path file = folder.resolve("page.html");
    Path part =
        TestData.part(
            root(), Dataset.FINANCIAL_DATA, T, "b.parquet", List.of(TestData.quote("A", T, 1)));
    Files.write(part, new byte[100]);
    assertEquals(0, run("--output", file.toString()), said());
    assertTrue(said().contains(part.getFileName().toString()), said());
    assertTrue(Files.readString(file).contains("\"symbols\":[\"AAPL\"]"));
  }

  @Test
  void aFailureLeavesTheOldPageAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("page.html"), "old");
    Path part =
        TestData.part(
            root(), Dataset.FINANCIAL_DATA, T, "b.parquet", List.of(TestData.quote("A", T, 1)));
    Files.write(part, new byte[100]);
    assertEquals(1, run("--strict", "--output", file.toString()));
    assertTrue(said().contains(part.getFileName().toString()), said());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("data", "page.html"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws Exception {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    assertEquals(1, run("--output", inTheWay.resolve("page.html").toString()));
    assertTrue(said().contains("cannot write " + inTheWay), said());
    assertEquals(1, run("--output", folder.resolve("no/page.html").toString()));
    assertTrue(said().contains("no such folder"), said());
    assertEquals(1, run("--output", folder.toString()));
    assertTrue(said().contains("it is a folder: name a file"), said());
  }

  @Test
  void anUnknownSymbolIsWrongUsage() {
    assertEquals(2, run("--symbol", "APL", "--output", folder.resolve("page.html").toString()));
    assertTrue(said().contains("unknown symbol 'APL'"), said());
    assertEquals(1, said().lines().count(), said());
    assertFalse(Files.exists(folder.resolve("page.html")));
  }
}
