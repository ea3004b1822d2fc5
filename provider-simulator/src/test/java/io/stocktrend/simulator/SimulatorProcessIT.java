package io.stocktrend.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its own process. */
class SimulatorProcessIT {

  @TempDir private Path folder;

  @Test
  void sigtermEndsItWithExitZeroAndTheFileIsThereBeforeTheLine() throws Exception {
    Path file = folder.resolve("providers.properties");
    Process process = start("--providers-file", file.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String url = out.readLine();
      assertTrue(url.matches("http://127\\.0\\.0\\.1:\\d+"), url);
      assertTrue(Files.readString(file).contains("yahoo.baseUrl=" + url + "/yahoo\n"));
      process.destroy();
      assertTrue(process.waitFor(2, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void wrongUsageEndsItWithExitTwo() throws Exception {
    Process process = start("--port", "none");
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(2, process.exitValue());
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SimulatorMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
