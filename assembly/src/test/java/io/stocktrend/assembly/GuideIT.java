package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.client.MarketDataClient;
import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the guide, in its order and in one shell, from the archive on; then a backup and
 * its restoration as the page on operations has them. What the reader asks the real providers is
 * asked of a simulator; what the reader writes with an editor, a script writes.
 */
final class GuideIT {
  private static final String KEY = "simulatorsimulatorsimulatorsimul";
  private static final String HEAD = "set -eo pipefail\ntrap 'kill $(jobs -p)' ERR\n";
  private static final String BEFORE = "bin/stocktrend datasets --format csv > ../before.csv\n";
  private static final String AFTER =
      """
      bin/stocktrend datasets --format csv > ../after.csv
      bin/flume-ng agent -f conf/raw.properties -Dflume.log.file=restored.log > ../restored.out &
      until grep -q 'Agent raw runs' ../restored.out; do sleep 0.2; done
      kill $!
      wait $!
      """;

  @TempDir private static Path folder;
  private static ProviderSimulator simulator;
  private static String out;

  @BeforeAll
  static void doWhatThePagesSay() throws Exception {
    linkTheArchive();
    simulator = ProviderSimulator.start(SimulatorOptions.defaults());
    List<String> script = new ArrayList<>(List.of(HEAD));
    script.addAll(DocsPage.of("guide.md").blocks("sh"));
    script.add(BEFORE);
    script.addAll(DocsPage.of("operations.md").section("Backup and restore").blocks("sh"));
    script.add(AFTER);
    List<String> command = List.of("bash", "-c", String.join("\n", script));
    try (AgentProcess shell = AgentProcess.start(folder, "guide", environment(), command)) {
      int exitCode = exitCode(shell);
      assertEquals(0, exitCode, () -> shell.out() + shell.err() + log("restored.out"));
      assertEquals("", shell.err());
      out = shell.out();
    }
  }

  @AfterAll
  static void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  @Test
  void theReaderSeesWhatTheGuideSays() {
    for (String told :
        List.of(
            "Flume 1.11.0",
            "small.properties, agent raw: fine",
            "conf/raw.properties, agent raw: fine",
            "agent context: runs, process",
            "stock_movements",
            "AAPL",
            "  source hourly, next runs:",
            "  hourly ")) {
      assertTrue(out.contains(told), () -> "no '" + told + "' in\n" + out);
    }
  }

  @Test
  void theCheckThatThePageOnOperationsShowsIsThatOfTheShippedFile() throws IOException {
    String page = DocsPage.of("operations.md").text();
    String shown = page.split("\\$ bin/stocktrend check [^\n]*\n", 2)[1].split("```", 2)[0];
    List<String> lines = shown.lines().filter(line -> !line.matches("    (\\d{4}-.*|…)")).toList();
    assertTrue(lines.size() > 4, shown);
    lines.forEach(line -> assertTrue(out.contains(line + "\n"), line + " is not in\n" + out));
  }

  @Test
  void aRestoredBackupHoldsWhatWasThereAndCanBeGoneOnWith() throws IOException {
    String before = Files.readString(folder.resolve("before.csv"));
    assertTrue(before.lines().count() > 1, before);
    assertEquals(before, Files.readString(folder.resolve("after.csv")));
    assertFalse(log("restored.out").contains("ERROR"), log("restored.out"));
  }

  @Test
  void duckDbAloneFindsTheNewestVersionsAsThePageOnTheDataHasIt() throws Exception {
    Path root = folder.resolve("reader/market-data");
    String sql = DocsPage.of("data.md").blocks("sql").get(0).replace("'data/", "'" + root + "/");
    try (MarketDataClient client = MarketDataClient.open(root);
        Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM (" + sql.replace(";", "") + ")")) {
      assertTrue(count.next());
      assertTrue(count.getLong(1) > 0);
      assertEquals(client.stockMovements().count(), count.getLong(1));
    }
  }

  /** However it ends, the agents that it has started are gone. */
  private static int exitCode(AgentProcess shell) throws InterruptedException {
    ProcessHandle handle = ProcessHandle.of(shell.pid()).orElseThrow();
    try {
      return shell.awaitExit(Duration.ofMinutes(5));
    } finally {
      handle.descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static void linkTheArchive() throws IOException {
    try (Stream<Path> files = Files.list(DistributionHome.built().folder().getParent())) {
      Path archive =
          files
              .filter(file -> file.toString().matches(".*/stock-trend-flume-[^/]*\\.tar\\.gz"))
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(folder.resolve(archive.getFileName()), archive.toAbsolutePath());
    }
  }

  private static Map<String, String> environment() throws IOException {
    Path providers = folder.resolve("live.properties");
    Properties addresses = simulator.providersProperties();
    // The limits are those that real providers are asked within.
    addresses.keySet().removeIf(key -> !key.toString().endsWith("Url"));
    try (Writer file = Files.newBufferedWriter(providers)) {
      addresses.store(file, null);
    }
    Path editor = folder.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\nsed -i 's/your key from [a-z.]*/" + KEY + "/' \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    return Map.of(
        "HOME", Files.createDirectory(folder.resolve("reader")).toString(),
        "EDITOR", editor.toString(),
        "JAVA_OPTS", "-Dstocktrend.providers=" + providers);
  }

  private static String log(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
