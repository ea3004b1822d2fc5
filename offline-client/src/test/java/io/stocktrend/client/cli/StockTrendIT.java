package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import io.stocktrend.record.Dataset;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a process of its own, on a class path without Flume, Hadoop or Parquet. */
class StockTrendIT {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath(),
                    StockTrend.class.getName()),
                Arrays.stream(arguments))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("STOCKTREND_DATA", folder.toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*(flume-ng|hadoop|parquet|junit|test-classes).*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aQueryNeedsNoFlumeAndFindsItsRootInTheEnvironment() throws Exception {
    TestData.part(
        folder, Dataset.FINANCIAL_DATA, T, "a.parquet", List.of(TestData.quote("AAPL", T, 1)));
    Process process = start("query", "financial_data", "--columns", "symbol,close");
    assertEquals("symbol,close\r\nAAPL,1.0\r\n", text(process.getInputStream()));
    assertNoComplaint(process);
    assertEquals(0, process.waitFor());
  }

  @Test
  void aReaderThatGoesAwayEndsItQuietly() throws Exception {
    Process process = start("sql", "SELECT i, 'x' AS text FROM range(5000000) t(i)");
    try (InputStream out = process.getInputStream()) {
      assertTrue(out.read() >= 0);
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertNoComplaint(process);
    assertEquals(0, process.exitValue());
  }

  @Test
  void aFailureIsOneLineOnStandardError() throws Exception {
    Process process = start("query", "finacial_data");
    assertEquals("", text(process.getInputStream()));
    String err = text(process.getErrorStream());
    assertTrue(err.startsWith("stocktrend: ") && err.contains("'financial_data'"), err);
    assertEquals(2, process.waitFor());
  }

  @Test
  void theHelpNamesEveryCommandAlsoThatOfTheDistribution() throws Exception {
    Process process = start("--help");
    String help = text(process.getInputStream());
    for (String command : List.of("datasets", "query", "sql", "schema", "simulate")) {
      assertTrue(help.contains(command), help);
    }
    assertEquals(0, process.waitFor());
  }

  private static void assertNoComplaint(Process process) throws IOException {
    assertEquals("", text(process.getErrorStream()));
  }
}
