package io.stocktrend.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.simulator.ProviderSimulator;
import io.stocktrend.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the guide, in its order and in one shell, from the archive on. What the reader
 * asks the real providers is asked of a simulator; what the reader writes with an editor, a script
 * writes.
 */
final class GuideIT {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final String KEY = "simulatorsimulatorsimulatorsimul";

  @TempDir Path folder;

  @Test
  void everyCommandOfTheGuideDoesWhatItSays() throws Exception {
    linkTheArchive();
    String script =
        "set -eo pipefail\ntrap 'kill $(jobs -p)' ERR\n" + String.join("\n", commands());
    try (ProviderSimulator simulator = ProviderSimulator.start(SimulatorOptions.defaults());
        AgentProcess shell =
            AgentProcess.start(
                folder, "guide", environment(simulator), List.of("bash", "-c", script))) {
      int exitCode = exitCode(shell);
      assertEquals(0, exitCode, () -> shell.out() + shell.err() + logs());
      assertEquals("", shell.err());
      assertTold(shell.out());
      assertShownByOperations(shell.out());
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

  /** What each part of the guide leads its reader to expect. */
  private static void assertTold(String out) {
    for (String told :
        List.of(
            "Flume 1.11.0",
            "conf/raw.properties, agent raw: fine",
            "agent context: runs, process",
            "stock_movements",
            "AAPL",
            "  source hourly, next runs:")) {
      assertTrue(out.contains(told), () -> "no '" + told + "' in\n" + out);
    }
  }

  /** The page on operations shows a check of the agent file that is shipped. */
  private static void assertShownByOperations(String out) throws IOException {
    String page = Files.readString(DOCS.resolve("operations.md"));
    String shown = page.split("\\$ bin/stocktrend check [^\n]*\n", 2)[1].split("```", 2)[0];
    List<String> lines = shown.lines().filter(line -> !line.matches("    (\\d{4}-.*|…)")).toList();
    assertTrue(lines.size() > 4, shown);
    lines.forEach(line -> assertTrue(out.contains(line + "\n"), line + " is not in\n" + out));
  }

  private static List<String> commands() throws IOException {
    List<String> blocks =
        SHELL
            .matcher(Files.readString(DOCS.resolve("guide.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertTrue(blocks.size() > 10, blocks::toString);
    return blocks;
  }

  private void linkTheArchive() throws IOException {
    Path target = DistributionHome.built().folder().getParent();
    try (Stream<Path> files = Files.list(target)) {
      Path archive =
          files
              .filter(
                  file -> file.getFileName().toString().matches("stock-trend-flume-.*\\.tar\\.gz"))
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(folder.resolve(archive.getFileName()), archive.toAbsolutePath());
    }
  }

  private Map<String, String> environment(ProviderSimulator simulator) throws IOException {
    Path providers = folder.resolve("live.properties");
    try (Writer file = Files.newBufferedWriter(providers)) {
      simulator.providersProperties().store(file, null);
    }
    Path editor = folder.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\nsed -i 's/your key from [a-z.]*/" + KEY + "/' \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    String property = "-Dstocktrend.providers=" + providers;
    return Map.of(
        "HOME",
        Files.createDirectory(folder.resolve("reader")).toString(),
        "EDITOR",
        editor.toString(),
        "JAVA_OPTS",
        property,
        "STOCKTREND_OPTS",
        property);
  }

  private String logs() {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        if (log.toString().contains("/logs/")) {
          text.append(log).append('\n').append(Files.readString(log));
        }
      }
    } catch (IOException e) {
      text.append(e);
    }
    return text.toString();
  }
}
