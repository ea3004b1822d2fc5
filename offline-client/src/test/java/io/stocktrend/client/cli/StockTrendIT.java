package io.stocktrend.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.TestData;
import io.stocktrend.record.Dataset;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command as a process of its own, on a class path without Flume, Hadoop or Parquet. */
class StockTrendIT {
  private static final Instant T = Instant.parse("2026-11-02T15:00:00Z");

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    return start(command(arguments));
  }

  private static List<String> command(String... arguments) {
    return Stream.concat(
            Stream.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                StockTrend.class.getName()),
            Arrays.stream(arguments))
        .toList();
  }

  private Process start(List<String> command) throws IOException {
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

  /** On a real file system of 300 kB, which a namespace of its own needs no root for. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "jsonl", "parquet"})
  void aFullDiskLeavesTheOldFileAndNoHalfOne(String format) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String sql = "SELECT md5(i::VARCHAR) AS text FROM range(100000) t(i)";
    String shell =
        "mount -t tmpfs -o size=300k small '%s' || exit 77; echo old > '%1$s/out'; "
            + "\"$@\"; echo $?; cat '%1$s/out'; ls -A '%1$s'";
    List<String> command =
        new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "bash", "-c"));
    command.addAll(List.of(shell.formatted(disk), "shell"));
    command.addAll(
        command("sql", sql, "--format", format, "--output", disk.resolve("out").toString()));
    Process process = start(command);
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    Assumptions.assumeFalse(process.waitFor() == 77, "no file system can be mounted here: " + err);
    assertEquals("1\nold\nout\n", out, err);
    assertTrue(err.startsWith("stocktrend: cannot write " + disk), err);
    assertTrue(err.contains("No space left on device"), err);
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
    for (String command :
        List.of(
            "datasets", "query", "sql", "export", "features", "schema", "completion", "simulate")) {
      assertTrue(help.contains(command), help);
    }
    assertEquals(0, process.waitFor());
  }

  private static void assertNoComplaint(Process process) throws IOException {
    assertEquals("", text(process.getErrorStream()));
  }
}
